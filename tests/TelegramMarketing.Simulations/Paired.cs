namespace TelegramMarketing.Simulations;

/// <summary>Differences between two choices on the same channels: their mean and its standard error.</summary>
internal readonly record struct Paired(int Count, double Sum, double Squares)
{
    public double Mean => Count == 0 ? 0 : Sum / Count;

    public double Error => Count < 2 ? 0 : Math.Sqrt(Math.Max(0, (Squares / Count) - (Mean * Mean)) / Count);

    public static Paired Of(double difference) => new(1, difference, difference * difference);

    public static Paired operator +(Paired left, Paired right) => new(left.Count + right.Count, left.Sum + right.Sum, left.Squares + right.Squares);
}
