namespace StickerShop.Drawing;

/// <summary>A face around the point 0, 0, about 200 wide.</summary>
internal static class Face
{
    public static void Draw(Pencil pencil, Eyes eyes, Mouth mouth)
    {
        pencil.Oval(-112, 46, 30, 19, Ink.Blush, 0);
        pencil.Oval(112, 46, 30, 19, Ink.Blush, 0);
        if (eyes == Eyes.Sunglasses)
        {
            DrawSunglasses(pencil);
        }
        else
        {
            DrawEye(pencil, eyes, -62, isLeft: true);
            DrawEye(pencil, eyes, 62, isLeft: false);
        }

        DrawMouth(pencil, mouth);
    }

    private static void DrawEye(Pencil pencil, Eyes eyes, float x, bool isLeft) => pencil.At(x, 0, 1, 0, () =>
    {
        switch (eyes)
        {
            case Eyes.Wink when !isLeft:
            case Eyes.Joyful:
                pencil.Stroke("M-26 8 C-18 -18 18 -18 26 8", width: 13);
                break;
            case Eyes.Asleep:
                pencil.Stroke("M-26 0 C-16 20 16 20 26 0", width: 13);
                break;
            case Eyes.Hearts:
                pencil.Heart(0, 0, 84, Ink.Red, 8);
                break;
            case Eyes.Squeezed:
                pencil.Stroke(isLeft ? "M-24 -20 L22 2 L-24 22" : "M24 -20 L-22 2 L24 22", width: 13);
                break;
            default:
                pencil.Oval(0, 0, 25, 31, Ink.Line, 0);
                pencil.Oval(-8, -12, 10, 11, Ink.White, 0);
                pencil.Oval(9, 12, 5, 6, Ink.White, 0);
                break;
        }

        if (eyes == Eyes.Sad)
        {
            pencil.Stroke(isLeft ? "M-30 -46 C-16 -52 4 -58 18 -66" : "M30 -46 C16 -52 -4 -58 -18 -66", width: 12);
        }
    });

    private static void DrawSunglasses(Pencil pencil)
    {
        pencil.Stroke("M-150 -22 L150 -22", width: 16);
        foreach (var x in new[] { -64, 64 })
        {
            pencil.At(x, 0, 1, 0, () =>
            {
                pencil.Shape("M-54 -26 L54 -26 C56 20 34 40 0 40 C-34 40 -56 20 -54 -26 Z", 0xFF2B3350);
                pencil.Stroke("M-28 -6 L-10 18 M-6 -10 L16 18", 0xA0FFFFFF, 9);
            });
        }
    }

    private static void DrawMouth(Pencil pencil, Mouth mouth)
    {
        switch (mouth)
        {
            case Mouth.Smile:
                pencil.Stroke("M-34 50 C-20 78 20 78 34 50", width: 13);
                break;
            case Mouth.Open:
                DrawOpenMouth(pencil, "M-42 46 C-14 54 14 54 42 46 C44 96 20 112 0 112 C-20 112 -44 96 -42 46 Z", 116);
                break;
            case Mouth.Laugh:
                DrawOpenMouth(pencil, "M-64 40 C-24 50 24 50 64 40 C70 106 34 130 0 130 C-34 130 -70 106 -64 40 Z", 134);
                break;
            case Mouth.Asleep:
                pencil.Oval(4, 64, 14, 17, Ink.DarkRed, 9);
                break;
            case Mouth.Surprised:
                pencil.Oval(0, 70, 20, 25, Ink.DarkRed);
                break;
            default:
                pencil.Stroke("M-34 80 C-20 54 20 54 34 80", width: 13);
                break;
        }
    }

    private static void DrawOpenMouth(Pencil pencil, string path, float tongue)
    {
        pencil.Shape(path, Ink.DarkRed);
        pencil.Inside(path, () => pencil.Oval(0, tongue, 44, 34, Ink.Tongue, 0));
        pencil.Stroke(path);
    }
}
