namespace TelegramMarketing.Testing;

internal enum FaultKind
{
    Refuse,
    TooManyRequests,
    Hang,
    AnswerLate,
    LoseAnswer,
    ResetConnection,
    RefuseConnection,
    NameNotResolved,
    BadGateway,
    TruncateAnswer,
    HalfAnAlbum,
}
