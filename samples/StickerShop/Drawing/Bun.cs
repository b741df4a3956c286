namespace StickerShop.Drawing;

/// <summary>Pagnotta, the mascot of the bakery: a round loaf with arms and legs. Its middle is at 300, 340.</summary>
internal static class Bun
{
    private const string Body = "M104 366 C96 246 190 180 300 180 C410 180 504 246 496 366 C492 462 410 502 300 502 C190 502 108 462 104 366 Z";

    public static void Draw(Pencil pencil, Eyes eyes, Mouth mouth, bool hasLegs = true)
    {
        if (hasLegs)
        {
            pencil.Tube("M236 490 L232 536", Ink.Crust, 30);
            pencil.Tube("M364 490 L368 536", Ink.Crust, 30);
            pencil.Oval(222, 548, 44, 24, Ink.Red);
            pencil.Oval(378, 548, 44, 24, Ink.Red);
        }

        pencil.Shaded(Body, Ink.Crust, Ink.Crumb);
        pencil.Inside(Body, () =>
        {
            // The shade at the bottom, and the light at the top.
            pencil.Stroke("M90 400 C120 520 480 520 510 400", 0x40C9762B, 44);
            pencil.Stroke("M150 286 C168 246 204 220 236 210", 0x90FFFFFF, 16);
        });
        pencil.Stroke(Body);
        foreach (var (x, y) in new[] { (228, 232), (300, 218), (372, 226) })
        {
            pencil.At(x, y, 1, 0, () =>
            {
                pencil.Stroke("M-18 22 C-14 2 4 -14 20 -18", Ink.DarkCrust, 24);
                pencil.Stroke("M-17 20 C-13 2 4 -12 18 -16", Ink.Flour, 13);
            });
        }

        pencil.At(300, 340, 1, 0, () => Face.Draw(pencil, eyes, mouth));
    }

    /// <summary>An arm along a path, with its hand at a point.</summary>
    public static void Arm(Pencil pencil, string path, float x, float y)
    {
        pencil.Tube(path, Ink.Crust, 32);
        pencil.Oval(x, y, 36, 34, Ink.Crust);
        pencil.Stroke(path, Ink.Crust, 30);
    }

    public static void ChefsHat(Pencil pencil)
    {
        pencil.Shape("M208 190 C150 176 142 92 206 86 C214 30 300 14 330 54 C378 28 438 64 424 112 C456 146 434 190 388 192 Z", Ink.White);
        pencil.Stroke("M258 108 C252 128 254 142 258 154 M330 100 C338 122 338 140 334 152", 0xFFC9D3DE, 9);
        pencil.Shape("M206 178 C260 198 336 198 390 180 L392 226 C340 246 258 246 208 224 Z", 0xFFEAF0F6);
    }
}
