namespace TelegramMarketing.Publishing;

/// <summary>Looks at the files of a post, then plans it with what was found.</summary>
internal static class MediaInspection
{
    public static ValueTask<PostPlan> PlanAsync(Post post, UploadLimits limits, CancellationToken cancellationToken) =>
        post.Media is { Count: > 0 } media && media.Any(item => item?.Source.Origin is MediaOrigin.Path or MediaOrigin.Stream)
            ? new(InspectAsync(post, limits, cancellationToken))
            : new(PostPlan.Create(post));

    private static async Task<PostPlan> InspectAsync(Post post, UploadLimits limits, CancellationToken cancellationToken)
    {
        var facts = new Dictionary<MediaSource, MediaFacts>(ReferenceEqualityComparer.Instance);
        foreach (var item in post.Media)
        {
            if (item is not null && !facts.ContainsKey(item.Source))
            {
                facts.Add(item.Source, await item.Source.InspectAsync(cancellationToken).ConfigureAwait(false));
            }
        }

        return PostPlan.Create(post, facts, limits);
    }
}
