namespace StickerShop.Drawing;

/// <summary>What the shop has, and what happens in it.</summary>
internal static class Things
{
    public static void Coffee(Pencil pencil)
    {
        pencil.Oval(290, 520, 250, 52, Ink.White);
        pencil.Oval(290, 510, 170, 30, 0xFFDCE5EE, 8);
        pencil.Tube("M436 316 C540 300 548 444 416 436", Ink.White, 30);
        const string cup = "M124 262 L456 262 C456 420 426 516 290 516 C154 516 124 420 124 262 Z";
        pencil.Shaded(cup, Ink.White, 0xFFDCE9F5);
        pencil.Inside(cup, () => pencil.Stroke("M110 468 L470 468", Ink.Red, 26));
        pencil.Stroke(cup);
        pencil.Oval(290, 262, 166, 44, Ink.Coffee);
        pencil.Stroke("M170 262 C190 282 240 292 290 292 C340 292 390 282 410 262", 0xFFA8703F, 10);
        pencil.Heart(290, 262, 62, Ink.Crumb, 0);
        pencil.At(290, 370, 0.84f, 0, () => Face.Draw(pencil, Eyes.Joyful, Mouth.Smile));
        foreach (var x in new[] { 204, 290, 376 })
        {
            pencil.At(x, 0, 1, 0, () => pencil.Tube(x == 290 ? "M0 190 C-30 150 30 120 0 76 C-14 56 -8 40 4 28" : "M0 200 C-24 168 24 146 0 110 C-12 92 -8 80 2 70", Ink.White, 13));
        }

        pencil.At(494, 500, 0.72f, -24, () => Biscuit(pencil));
    }

    public static void Shop(Pencil pencil)
    {
        pencil.Box(60, 210, 480, 350, 12, 0xFFFFE3B3);
        pencil.Stroke("M84 520 L300 520 M84 490 L130 490 M500 330 L520 330 M500 470 L520 470 M508 360 L520 360", 0xFFE3B877, 8);

        // The window with its bread, and the door.
        pencil.Box(96, 300, 220, 166, 10, Ink.Sky);
        pencil.Stroke("M120 390 L180 316 M142 404 L216 316", 0xA0FFFFFF, 14);
        pencil.Box(92, 434, 228, 34, 6, Ink.DarkCrust);
        pencil.At(150, 416, 0.24f, 0, () => Loaf(pencil));
        pencil.At(256, 414, 0.3f, -8, () => Loaf(pencil));
        pencil.Box(362, 310, 126, 250, 12, Ink.Green);
        pencil.Box(386, 336, 78, 96, 8, Ink.Sky, 9);
        pencil.Oval(464, 464, 9, 9, Ink.Yellow, 7);
        pencil.Heart(425, 384, 46, Ink.Red, 7);

        // The awning.
        for (var stripe = 0; stripe < 6; stripe++)
        {
            pencil.At(36 + (88 * stripe), 0, 1, 0, () => pencil.Shape("M0 176 L88 176 L88 250 C88 300 0 300 0 250 Z", stripe % 2 == 0 ? Ink.Red : Ink.White));
        }

        pencil.Shape("M96 112 L504 112 L564 180 L36 180 Z", Ink.DarkRed);
        pencil.Stroke("M178 118 L130 172 M260 118 L240 172 M340 118 L360 172 M422 118 L470 172", 0xFFF7E2DF, 10);

        // The sign.
        pencil.Box(176, 14, 248, 112, 50, Ink.Flour);
        pencil.At(300, 74, 0.44f, 0, () => Loaf(pencil));
        Pot(pencil, 60);
        Pot(pencil, 538);
    }

    public static void Gift(Pencil pencil)
    {
        pencil.At(300, 258, 0.84f, 0, () => pencil.At(-300, -340, 1, 0, () =>
        {
            Bun.Arm(pencil, "M124 340 C70 320 52 270 58 230", 60, 214);
            Bun.Arm(pencil, "M476 340 C530 320 548 270 542 230", 540, 214);
            Bun.Draw(pencil, Eyes.Joyful, Mouth.Open, hasLegs: false);
        }));
        pencil.Shaded("M104 372 L496 372 L476 580 L124 580 Z", Ink.Blue, Ink.DarkBlue);
        pencil.Shape("M262 372 L338 372 L334 580 L266 580 Z", Ink.Yellow);
        pencil.Box(84, 336, 432, 62, 12, Ink.Blue);
        pencil.Box(258, 336, 84, 62, 4, Ink.Yellow);

        // The lid has flown off.
        pencil.At(300, 70, 1, -14, () =>
        {
            pencil.Box(-150, 0, 300, 46, 10, Ink.Blue);
            pencil.Box(-34, 0, 68, 46, 4, Ink.Yellow);
            pencil.Shape("M0 0 C-30 -62 -98 -52 -84 -18 C-76 2 -30 4 0 0 Z", Ink.Yellow);
            pencil.Shape("M0 0 C30 -62 98 -52 84 -18 C76 2 30 4 0 0 Z", Ink.Yellow);
            pencil.Oval(0, -4, 20, 17, Ink.Yellow);
        });
        pencil.At(84, 108, 0.8f, -12, () => Star(pencil, Ink.Yellow));
        pencil.At(528, 132, 1, 14, () => Star(pencil, Ink.Yellow));
        pencil.At(40, 290, 0.55f, 8, () => Star(pencil, 0xFFFF8FA3));
        pencil.At(562, 300, 0.6f, -8, () => Star(pencil, 0xFFFF8FA3));
    }

    public static void Croissant(Pencil pencil) => pencil.At(300, 300, 1, 0, () =>
    {
        pencil.Tube("M-56 120 L-60 206", Ink.Crust, 28);
        pencil.Tube("M56 120 L60 206", Ink.Crust, 28);
        pencil.Oval(-70, 216, 40, 22, Ink.Blue);
        pencil.Oval(70, 216, 40, 22, Ink.Blue);
        const string crescent = "M-272 196 C-330 60 -230 -190 0 -190 C230 -190 330 60 272 196 C262 222 226 222 212 196 C186 140 140 118 76 134 C30 146 -30 146 -76 134 C-140 118 -186 140 -212 196 C-226 222 -262 222 -272 196 Z";
        pencil.Shaded(crescent, Ink.Crust, Ink.Crumb);
        pencil.Inside(crescent, () =>
        {
            // Each part lies over the next, from the middle to the tips.
            pencil.Stroke("M-104 -176 C-190 -90 -194 40 -110 140 M104 -176 C190 -90 194 40 110 140 M-214 -118 C-272 -30 -256 70 -190 136 M214 -118 C272 -30 256 70 190 136", 0x50C9762B, 38);
            pencil.Stroke("M-96 -196 C-186 -90 -190 40 -100 150 M96 -196 C186 -90 190 40 100 150 M-204 -134 C-264 -30 -250 70 -176 150 M204 -134 C264 -30 250 70 176 150 M-300 40 C-270 62 -240 110 -236 150 M300 40 C270 62 240 110 236 150");
            pencil.Stroke("M-76 -136 C-52 -152 -26 -160 0 -162 M-196 -84 C-190 -92 -184 -98 -176 -104 M196 -84 C192 -90 186 -96 180 -100", 0xA0FFFFFF, 14);
        });
        pencil.Stroke(crescent);
        pencil.At(0, -34, 0.86f, 0, () =>
        {
            Face.Draw(pencil, Eyes.Open, Mouth.Laugh);
            Moustache(pencil);
        });
    });

    public static void Star(Pencil pencil, uint colour, float line = Pencil.Line) =>
        pencil.Shape("M0 -46 L13 -16 L46 -13 L21 9 L29 42 L0 24 L-29 42 L-21 9 L-46 -13 L-13 -16 Z", colour, line);

    /// <summary>A loaf around 0, 0, about 400 wide.</summary>
    public static void Loaf(Pencil pencil)
    {
        pencil.Shape("M-200 30 C-210 -70 -110 -100 0 -100 C110 -100 210 -70 200 30 C196 80 110 84 0 84 C-110 84 -196 80 -200 30 Z", Ink.Crust, 24f);
        pencil.Stroke("M-110 10 C-100 -30 -80 -50 -60 -60 M-10 6 C0 -34 16 -54 36 -64 M90 10 C98 -26 110 -42 126 -52", Ink.Flour, 24);
    }

    private static void Moustache(Pencil pencil) =>
        pencil.Shape("M0 46 C-20 30 -56 34 -70 56 C-84 66 -100 60 -104 46 C-112 84 -66 96 -40 84 C-20 76 -6 66 0 58 C6 66 20 76 40 84 C66 96 112 84 104 46 C100 60 84 66 70 56 C56 34 20 30 0 46 Z", Ink.Coffee, 8);

    private static void Biscuit(Pencil pencil)
    {
        pencil.Oval(0, 0, 74, 70, Ink.Crust);
        foreach (var (x, y) in new[] { (-28, -20), (18, -32), (32, 14), (-10, 26), (-42, 18) })
        {
            pencil.Oval(x, y, 11, 10, Ink.Coffee, 0);
        }
    }

    private static void Pot(Pencil pencil, float x) => pencil.At(x, 500, 1, 0, () =>
    {
        pencil.Oval(0, -22, 44, 40, Ink.Green);
        foreach (var (left, top, colour) in new[] { (-18, -36, Ink.Red), (16, -44, Ink.Yellow), (6, -12, 0xFFFF8FA3) })
        {
            pencil.Oval(left, top, 11, 11, colour, 5);
        }

        pencil.Shape("M-40 8 L40 8 L28 74 L-28 74 Z", 0xFFD2703A);
    });
}
