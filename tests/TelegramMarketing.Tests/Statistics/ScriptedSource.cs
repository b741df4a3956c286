using System.Runtime.CompilerServices;

namespace TelegramMarketing.Tests.Statistics;

/// <summary>A view source as a host would write one.</summary>
internal sealed class ScriptedSource(string name, ViewSourceCapabilities capabilities, params IEnumerable<PostStatistics> posts) : IViewSource
{
    public string Name { get; } = name;

    public ViewSourceCapabilities Capabilities { get; } = capabilities;

    public Reading? Subscribers { get; init; }

    public TelegramMarketingException? Failure { get; init; }

    public Task<PostStatistics> ReadPostAsync(PostReference post, CancellationToken cancellationToken = default) => Failure is not null ? throw Failure : Task.FromResult(
        posts.FirstOrDefault(known => known.Post == post) ?? new PostStatistics { Post = post, Availability = PostAvailability.NotFound });

    public async IAsyncEnumerable<PostStatistics> ReadChannelAsync(
        ChannelAddress channel, DateTimeOffset from, DateTimeOffset to, [EnumeratorCancellation] CancellationToken cancellationToken = default)
    {
        foreach (var post in posts)
        {
            await Task.Yield();
            yield return post;
        }
    }

    public Task<Reading?> ReadSubscribersAsync(ChannelAddress channel, CancellationToken cancellationToken = default) => Task.FromResult(Subscribers);
}
