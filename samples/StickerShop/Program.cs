using System.Text;
using Microsoft.Extensions.DependencyInjection;
using StickerShop;
using StickerShop.Drawing;
using TelegramMarketing;

const int WrongUse = 2;
if (Arguments.Parse(args) is not { } arguments)
{
    Console.Error.WriteLine(Arguments.Usage);
    return WrongUse;
}

// Names, emoji and frames, also where the output goes to a file.
Console.OutputEncoding = new UTF8Encoding(encoderShouldEmitUTF8Identifier: false);
var town = new Town();
var pictures = new StickerPictureOptions { Outline = 12 };
try
{
    Screen.Heading("1. Draw");
    var files = Pictures.DrawAll(arguments.Pictures);
    Console.WriteLine($"{files.Count} pictures of Pagnotta and her bakery: {arguments.Pictures}");

    await using (var host = StartHost())
    {
        var series = await MakeSeriesAsync(host.GetRequiredService<IStickerSeries>());
        SaveContactSheet(files, series);
        await PublishAsync(host, series);
    }

    // Another process, which remembers nothing.
    await using var restarted = StartHost();
    await RunAgainAsync(restarted.GetRequiredService<IStickerSeries>());
    return 0;
}
catch (Exception exception) when (exception is TelegramMarketingException or IOException or UnauthorizedAccessException)
{
    Console.Error.WriteLine(exception is TelegramMarketingException { Error: var error } ? $"{error}: {exception.Message}" : exception.Message);
    return 1;
}

ServiceProvider StartHost() => new ServiceCollection().AddTelegramMarketing().UseInMemoryTelegram(town.Telegram).Services.BuildServiceProvider();

async Task<StickerSeriesDefinition> ReadFolderAsync()
{
    var folder = await StickerFolder.ReadAsync(arguments.Pictures, pictures);
    foreach (var problem in folder.Problems)
    {
        Console.Error.WriteLine(problem.Message);
    }

    return new StickerSeriesDefinition { Name = "pagnotta_by_aurora_bot", Title = "Pagnotta 🥖 Panificio Aurora", OwnerId = town.OwnerId, Stickers = folder.Stickers };
}

async Task<StickerSeries> MakeSeriesAsync(IStickerSeries stickers)
{
    Screen.Heading("2. The folder becomes a series");
    var definition = await ReadFolderAsync();
    Screen.Show(await stickers.PlanAsync(definition));
    Console.WriteLine($"That was the plan: {town.Stickers} stickers stand on Telegram.");
    var series = await Screen.ProgressAsync("To Telegram", progress => stickers.ApplyAsync(definition, progress: progress));
    Console.WriteLine($"Done: {town.Stickers} stickers stand on Telegram, for everybody to add: {series.Link}");
    return series;
}

void SaveContactSheet(IReadOnlyList<string> files, StickerSeries series)
{
    // The same picture gives the same bytes, which are those that went to Telegram.
    var sent = files.Select(Convert).ToList();
    if (!sent.Select(bytes => (long?)bytes.Length).SequenceEqual(series.Stickers.Select(sticker => sticker.Length)))
    {
        throw new IOException("What stands on Telegram is not what was drawn.");
    }

    File.WriteAllBytes(arguments.ContactSheet, ContactSheet.Draw(sent));
    Console.WriteLine($"They are WEBPs of {sent.Min(bytes => bytes.Length) / 1024} to {sent.Max(bytes => bytes.Length) / 1024} KB. All on one picture: {arguments.ContactSheet}");
}

byte[] Convert(string file)
{
    using var stream = File.OpenRead(file);
    return StickerPicture.Convert(stream, pictures);
}

async Task PublishAsync(ServiceProvider host, StickerSeries series)
{
    Screen.Heading("3. One goes to the channel");
    var post = Post.News(PostText.Html($"<b>Pagnotta</b> has come to stay 🥖 Take her along!")) with
    {
        Media = [PostMedia.Sticker(MediaSource.FromFileId(series.Stickers[0].FileId))],
        Buttons = [[PostButton.Url("Add the stickers", series.Link)]],
    };
    var publication = await host.GetRequiredService<IChannelPublisher>().PublishAsync(Town.Channel, post);
    await town.PassAsync(TimeSpan.FromDays(1));
    var statistics = await host.GetRequiredService<IPostStatistics>().GetPostAsync(publication.Post!);
    Console.WriteLine($"{publication.Post!.Link} has {statistics.Views?.Value.ToString() ?? "unknown"} views after a day.");
}

async Task RunAgainAsync(IStickerSeries stickers)
{
    Screen.Heading("4. The same again, after a restart");
    var before = town.Changes;
    var definition = await ReadFolderAsync();
    Screen.Show(await stickers.PlanAsync(definition));
    await stickers.ApplyAsync(definition);
    Console.WriteLine($"{town.Changes - before} changes: {town.Telegram.StickerSets.Count} series with {town.Stickers} stickers.");

    Screen.Heading("5. Summer comes: one picture has changed");
    Console.WriteLine(Pictures.Change(arguments.Pictures));
    Screen.Show(await stickers.PlanAsync(await ReadFolderAsync()));
}
