using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;

namespace TelegramMarketing.Email.Tests.Docs;

/// <summary>The code of docs/email.md.</summary>
internal static class Snippets
{
    public static void Register(IServiceCollection services, string token, IConfiguration secrets)
    {
        #region Register
        services.AddTelegramMarketing(options =>
            {
                options.BotToken = token;
                options.Invitations.UnsubscribeAddress = "https://shop.example/unsubscribe/{token}";
            })
            .UseEmail(options =>
            {
                options.Host = "smtp.example.com";              // the server that takes your outgoing mail
                options.UserName = "aurora";
                options.Password = secrets["Smtp"];
                options.From = "news@aurora.example";
                options.UnsubscribeMailbox = "unsubscribe@aurora.example";
                options.MessagesPerMinute = 60;                 // what your provider permits
            });
        #endregion
    }

    public static void MapUnsubscribe(WebApplication app)
    {
        #region Unsubscribe
        const string page = """<form method="post"><button>No more invitations</button></form>""";
        app.MapGet("/unsubscribe/{token}", () => Results.Content(page, "text/html"));      // shows a button, and changes nothing
        app.MapPost("/unsubscribe/{token}", async (string token, IOptInInvitation invitations, CancellationToken cancellation) =>
        {
            await invitations.OptOutByTokenAsync(token, cancellation);                      // the same answer for a token that is none
            return Results.Text("Done: you will receive no more invitations.");
        }).DisableAntiforgery();
        #endregion
    }
}
