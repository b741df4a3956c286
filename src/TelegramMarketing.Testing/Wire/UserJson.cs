using System.Text.Json.Nodes;

namespace TelegramMarketing.Testing.Wire;

/// <summary>Users as the Bot API writes them.</summary>
internal static class UserJson
{
    public static JsonObject Of(TelegramPerson person)
    {
        var user = new JsonObject { ["id"] = person.Id, ["is_bot"] = false, ["first_name"] = person.FirstName };
        if (person.Username is not null)
        {
            user["username"] = person.Username;
        }

        if (person.LanguageCode is not null)
        {
            user["language_code"] = person.LanguageCode;
        }

        return user;
    }

    public static JsonObject Of(TelegramBot bot) => new()
    {
        ["id"] = bot.Id,
        ["is_bot"] = true,
        ["first_name"] = bot.Username,
        ["username"] = bot.Username,
    };
}
