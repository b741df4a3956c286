using TelegramMarketing.Delivery;

namespace TelegramMarketing.BotApi;

/// <summary>What became of a call: the value when Telegram answered with one, else the failure.</summary>
internal readonly struct BotAnswer<T>
{
    public BotAnswer(T value) => Value = value;

    public BotAnswer(CallFailure failure)
    {
        Value = default;
        Failure = failure;
    }

    public T? Value { get; }

    public CallFailure? Failure { get; }

    [System.Diagnostics.CodeAnalysis.MemberNotNullWhen(false, nameof(Failure))]
    public bool Succeeded => Failure is null;
}
