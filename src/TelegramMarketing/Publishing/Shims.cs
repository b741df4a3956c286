#pragma warning disable
namespace TelegramMarketing;

// Stands in until the planning of media is there.
internal static class Shims
{
    extension(MediaSource source)
    {
        public string FileName => source.Value;
        public string ContentIdentity => source.Value;
        public Stream OpenRead() => File.OpenRead(source.Value);
        public string? FindFileId(string bot, PostMediaKind kind) => null;
        public void RememberFileId(string bot, PostMediaKind kind, string id) { }
    }

    extension(PostPlan plan)
    {
        public void ThrowIfNotSendable() { }
    }
}

internal static class MediaInspection
{
    public static Task<PostPlan> PlanAsync(Post post, CancellationToken cancellationToken) => Task.FromResult(PostPlan.Create(post));
}
