namespace TelegramMarketing.Storage;

/// <summary>Somebody joined or left; who it was is not kept.</summary>
/// <param name="At">When.</param>
/// <param name="UpdateId">The update that told it, so that it counts once.</param>
/// <param name="HasJoined">Joined, or left.</param>
internal readonly record struct MemberChange(DateTimeOffset At, int UpdateId, bool HasJoined);
