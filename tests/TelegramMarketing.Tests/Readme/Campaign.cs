using TelegramMarketing;

namespace Readme;

#region Publish
public sealed class Campaign(IChannelPublisher publisher)
{
    public async Task<Uri> LaunchAsync(string product, decimal price, CancellationToken stop = default)
    {
        var post = Post.Promotion(PostText.Html($"🎁 <b>{product}</b> at {price:0.00} € until Sunday")) with
        {
            Media = [PostMedia.Photo(MediaSource.FromPath("colomba.png"))],
            Buttons = [[PostButton.Url("Order", "https://example.com/colomba"), PostButton.Copy("Copy the code", "COLOMBA20")]],
        };
        var publication = await publisher.PublishAsync("@panificio_aurora", post, idempotencyKey: "easter-2026", stop);
        return publication.Post!.Link;
    }
}
#endregion
