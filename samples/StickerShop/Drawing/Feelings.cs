namespace StickerShop.Drawing;

/// <summary>The mascot in its moods.</summary>
internal static class Feelings
{
    private static readonly (int X, int Y)[] _starsOfTheQuilt = [(140, 530), (240, 546), (350, 544), (460, 528)];
    private static readonly string[] _fingers = ["M-26 -16 L-36 -42", "M-4 -24 L-6 -54", "M18 -20 L24 -48"];

    public static void Hello(Pencil pencil) => Hello(pencil, Eyes.Open);

    public static void HelloInSummer(Pencil pencil) => Hello(pencil, Eyes.Sunglasses);

    public static void Fine(Pencil pencil)
    {
        Bun.Arm(pencil, "M124 400 C84 420 78 446 92 470", 96, 478);
        Bun.Draw(pencil, Eyes.Wink, Mouth.Open);
        pencil.Tube("M470 430 C500 440 520 420 526 396", Ink.Crust, 32);

        // A fist, with its thumb up.
        pencil.Shape("M490 318 C484 268 496 232 516 230 C540 228 544 264 538 306 L536 330 Z", Ink.Crust);
        pencil.Box(474, 306, 112, 94, 36, Ink.Crust);
        pencil.Stroke("M526 338 L570 338 M526 366 L568 366", width: 9);
        pencil.Stroke("M480 214 L464 184 M582 218 L600 188 M528 194 L528 158", Ink.Yellow, 14);
    }

    public static void Love(Pencil pencil)
    {
        Bun.Draw(pencil, Eyes.Hearts, Mouth.Smile);
        pencil.Heart(300, 472, 176, Ink.Red);
        Bun.Arm(pencil, "M116 410 C106 470 150 500 206 488", 222, 484);
        Bun.Arm(pencil, "M484 410 C494 470 450 500 394 488", 378, 484);
        pencil.At(112, 196, 1, -18, () => pencil.Heart(0, 0, 78, 0xFFFF8FA3));
        pencil.At(498, 158, 1, 16, () => pencil.Heart(0, 0, 104, 0xFFFF8FA3));
        pencil.At(300, 120, 1, -6, () => pencil.Heart(0, 0, 62, Ink.Red));
    }

    public static void Laugh(Pencil pencil) => pencil.At(300, 340, 1, -10, () => pencil.At(-300, -340, 1, 0, () =>
    {
        Bun.Arm(pencil, "M486 400 C540 400 548 440 520 462", 508, 470);
        Bun.Draw(pencil, Eyes.Squeezed, Mouth.Laugh);
        Bun.Arm(pencil, "M112 400 C60 400 54 452 92 470", 124, 470);
        pencil.Shape("M168 352 C150 384 92 398 84 360 C78 330 120 326 168 352 Z", Ink.Tear);
        pencil.Shape("M432 352 C450 384 508 398 516 360 C522 330 480 326 432 352 Z", Ink.Tear);
        pencil.Stroke("M120 352 C110 354 106 358 106 364 M486 352 C494 356 496 360 496 366", Ink.White, 7);
        pencil.Stroke("M70 250 C50 240 40 226 38 208 M530 250 C550 240 560 226 562 208", Ink.Line, 12);
    }));

    public static void Sleep(Pencil pencil)
    {
        Bun.Draw(pencil, Eyes.Asleep, Mouth.Asleep, hasLegs: false);

        // A night cap, whose end hangs down.
        pencil.Shape("M164 236 C188 96 330 46 452 110 C520 146 548 214 536 286 C520 264 496 226 446 204 C424 212 436 236 438 246 C352 190 250 194 164 236 Z", Ink.Blue);
        pencil.Oval(280, 146, 13, 13, Ink.White, 0);
        pencil.Oval(370, 142, 13, 13, Ink.White, 0);
        pencil.Oval(440, 168, 11, 11, Ink.White, 0);
        pencil.Oval(508, 222, 10, 10, Ink.White, 0);
        pencil.Shape("M150 250 C240 178 360 178 452 242 C462 252 456 276 440 270 C356 222 246 222 170 280 C152 288 140 266 150 250 Z", Ink.White);
        pencil.Oval(538, 300, 32, 32, Ink.White);

        // A quilt.
        pencil.Shape("M70 500 C66 430 100 424 160 440 C250 462 350 462 440 440 C500 424 534 430 530 500 C528 560 500 574 300 574 C100 574 72 560 70 500 Z", Ink.Violet);
        pencil.Stroke("M90 474 C230 508 370 508 510 474", 0xFFD9C4F2, 12);
        foreach (var (x, y) in _starsOfTheQuilt)
        {
            pencil.At(x, y, 0.4f, 0, () => Things.Star(pencil, Ink.Yellow, 0));
        }

        Bun.Arm(pencil, "M190 446 L196 444", 196, 446);
        Bun.Arm(pencil, "M410 446 L404 444", 404, 446);
        pencil.Tube("M84 210 L128 210 L84 258 L128 258", Ink.White, 9);
        pencil.Tube("M22 70 L90 70 L22 144 L90 144", Ink.White, 12);
    }

    public static void Sorry(Pencil pencil)
    {
        Bun.Arm(pencil, "M120 420 C88 440 84 470 90 496", 92, 500);
        Bun.Arm(pencil, "M480 420 C512 440 516 470 510 496", 508, 500);
        Bun.Draw(pencil, Eyes.Sad, Mouth.Sad);
        pencil.Shape("M384 372 C408 404 410 428 388 430 C364 430 364 404 384 372 Z", Ink.Tear);

        // Its own little cloud.
        pencil.Stroke("M196 158 L188 186 M264 164 L256 196 M340 164 L332 192 M408 156 L400 186", Ink.Tear, 14);
        pencil.Shaded("M176 142 C116 142 112 76 168 72 C172 20 250 2 284 38 C318 0 398 14 404 60 C470 52 486 142 424 142 Z", 0xFFCBD5E1, 0xFF94A3B8);
        pencil.Stroke("M208 74 C214 56 228 46 246 46", 0xC0FFFFFF, 11);
    }

    private static void Hello(Pencil pencil, Eyes eyes)
    {
        Bun.Arm(pencil, "M124 400 C70 414 66 452 96 470", 112, 468);
        pencil.Tube("M478 372 C540 356 552 306 540 252", Ink.Crust, 32);
        Bun.Draw(pencil, eyes, Mouth.Open);
        Bun.ChefsHat(pencil);

        // A hand with four fingers, that waves.
        pencil.At(538, 232, 1, 12, () =>
        {
            foreach (var finger in _fingers)
            {
                pencil.Tube(finger, Ink.Crust, 18);
            }

            pencil.Tube("M-30 12 L-52 0", Ink.Crust, 18);
            pencil.Oval(-4, 2, 38, 36, Ink.Crust);
            pencil.Stroke("M-22 -10 L-36 -40 M-4 -18 L-6 -52 M16 -14 L24 -46 M-24 10 L-50 1", Ink.Crust, 17);
        });
        pencil.Stroke("M594 284 C604 262 608 240 606 214", width: 11);
    }
}
