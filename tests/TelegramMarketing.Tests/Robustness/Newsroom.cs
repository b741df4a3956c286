using TelegramMarketing.Testing;
using TelegramMarketing.Testing.Wire;

namespace TelegramMarketing.Tests.Robustness;

/// <summary>Posts of every shape, each recognisable in the channel: all of its messages carry its marker, or belong to the album that does.</summary>
internal static class Newsroom
{
    public const int Shapes = 8;

    public static string Marker(int number) => $"p{number}q";

    /// <summary>The post of this number: of one message, of several, with pictures and buttons or without.</summary>
    public static Post PostOf(int number)
    {
        var marker = Marker(number);
        var post = (number % Shapes) switch
        {
            0 or 1 or 2 => Post.News(PostText.Plain($"{marker} has good news")),
            3 => Post.Event(PostText.Plain(string.Join(' ', Enumerable.Repeat(marker, 9_000 / (marker.Length + 1))))),
            4 => Post.Promotion(PostText.Plain($"{marker} is on offer")) with { Media = [Picture(number)], Buttons = [[PostButton.Url("Buy", "https://example.com/")]] },
            5 => Post.Promotion(PostText.Plain($"{marker} in pictures")) with { Media = Pictures(number, 3) },
            6 => Post.Promotion(PostText.Plain($"{marker} in pictures, to be bought")) with { Media = Pictures(number, 2), Buttons = [[PostButton.Copy("Code", "SPRING")]] },
            _ => Post.News(PostText.Plain(string.Join(' ', Enumerable.Repeat(marker, 2_000 / (marker.Length + 1))))) with { Media = Pictures(number, 2) },
        };
        return post with { Tags = [marker] };
    }

    /// <summary>The messages of each post that stand in the channel, oldest first; those of nobody under the empty marker.</summary>
    public static ILookup<string, int> MessagesByMarker(TelegramChannel channel, int posts)
    {
        var markerOfFile = Enumerable.Range(0, posts).ToDictionary(number => FileId.OfUrl("photo", PictureUrl(number)).ToString(), Marker);
        return channel.Posts.ToLookup(
            post => Chaos.MarkerOf(post.Text ?? post.Caption) ?? markerOfFile.GetValueOrDefault(post.Media?.FileId ?? "", ""),
            post => post.MessageId);
    }

    private static PostMedia[] Pictures(int number, int count) => [.. Enumerable.Range(0, count).Select(_ => Picture(number))];

    private static string PictureUrl(int number) => $"https://example.com/{Marker(number)}.jpg";

    private static PostMedia Picture(int number) => PostMedia.Photo(MediaSource.FromUrl(new Uri(PictureUrl(number))));
}
