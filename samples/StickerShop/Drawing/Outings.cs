namespace StickerShop.Drawing;

/// <summary>The mascot at a party, and on its way to the customers.</summary>
internal static class Outings
{
    private static readonly (int X, int Y, int Turn, uint Colour)[] _confetti =
    [
        (60, 150, 20, Ink.Red), (130, 70, -30, Ink.Green), (476, 60, 40, Ink.Blue), (556, 150, -20, Ink.Yellow), (30, 300, 60, Ink.Violet), (574, 306, 10, Ink.Green),
        (186, 130, 75, Ink.Yellow), (430, 142, 15, Ink.Violet), (92, 470, -40, Ink.Blue), (520, 470, 30, Ink.Red), (202, 26, 10, Ink.Blue), (396, 24, -60, Ink.Red),
    ];

    public static void Party(Pencil pencil)
    {
        Bun.Arm(pencil, "M124 360 C76 340 62 290 66 250", 66, 234);
        Bun.Arm(pencil, "M476 360 C524 340 538 290 534 250", 534, 234);
        Bun.Draw(pencil, Eyes.Joyful, Mouth.Laugh);
        const string hat = "M224 206 L306 26 L384 206 C336 228 272 228 224 206 Z";
        pencil.Shape(hat, Ink.Violet);
        pencil.Inside(hat, () => pencil.Stroke("M200 190 L400 130 M210 120 L380 66 M250 236 L420 186", Ink.Yellow, 22));
        pencil.Stroke(hat);
        pencil.Oval(306, 32, 24, 24, Ink.Red);
        foreach (var (x, y, turn, colour) in _confetti)
        {
            pencil.At(x, y, 1, turn, () => pencil.Box(-15, -9, 30, 18, 5, colour, 6));
        }
    }

    public static void Delivery(Pencil pencil)
    {
        pencil.Stroke("M10 300 L76 300 M-14 352 L50 352 M6 404 L60 404", width: 13);
        Wheel(pencil, 170);
        Wheel(pencil, 470);
        pencil.Tube("M170 490 L270 366 L430 366 L318 492 L170 490 M430 366 L470 490 M264 366 L318 492", Ink.Green, 11);
        pencil.Oval(318, 492, 26, 26, Ink.Grey);

        // Bread sticks out of the basket.
        foreach (var (x, turn) in new[] { (486, -16), (514, 2), (544, 18) })
        {
            pencil.At(x, 300, 1, turn, () =>
            {
                pencil.Box(-20, -96, 40, 150, 20, Ink.Crust);
                pencil.Stroke("M-8 -52 L8 -62 M-8 -24 L8 -34 M-8 4 L8 -6", Ink.Flour, 9);
            });
        }

        pencil.Shape("M446 306 L586 306 L566 400 L464 400 Z", 0xFFD9A066);
        pencil.Stroke("M450 338 L580 338 M456 368 L574 368 M492 312 L498 396 M538 312 L532 396", Ink.DarkCrust, 8);
        pencil.Stroke("M446 306 L586 306 L566 400 L464 400 Z");
        pencil.Tube("M430 370 L418 300 L446 286", Ink.Grey, 9);
        pencil.At(270, 220, 0.78f, 6, () => pencil.At(-300, -340, 1, 0, () =>
        {
            Bun.Draw(pencil, Eyes.Open, Mouth.Open, hasLegs: false);
            Cap(pencil);
        }));
        Bun.Arm(pencil, "M372 278 C396 304 410 304 428 294", 436, 290);
        pencil.Tube("M258 344 C280 392 296 430 312 468", Ink.Crust, 26);
        pencil.Oval(330, 482, 38, 21, Ink.Red);
    }

    private static void Cap(Pencil pencil)
    {
        pencil.Shape("M164 224 C176 120 420 112 440 218 C350 190 250 194 164 224 Z", Ink.Red);
        pencil.Shape("M336 196 C420 190 500 206 520 246 C460 250 396 234 330 222 Z", Ink.DarkRed);
        pencil.Oval(300, 140, 16, 12, Ink.DarkRed);
        pencil.Oval(262, 178, 24, 22, Ink.White, 8);
        pencil.Heart(262, 180, 26, Ink.Red, 0);
    }

    private static void Wheel(Pencil pencil, float x) => pencil.At(x, 490, 1, 0, () =>
    {
        pencil.Oval(0, 0, 86, 86, 0xFFF4F7FA, 26);
        pencil.Stroke("M-70 0 L70 0 M0 -70 L0 70 M-50 -50 L50 50 M-50 50 L50 -50", Ink.Grey, 6);
        pencil.Oval(0, 0, 14, 14, Ink.Yellow, 8);
    });
}
