using System.Text.Json;

namespace TelegramMarketing.CrashTest.Child;

/// <summary>The process that started this one, on its standard input.</summary>
internal static class Parent
{
    /// <summary>Waits for what is to be done. From then on this process ends when its parent does.</summary>
    /// <returns>The orders; <see langword="null"/> when the parent has none.</returns>
    public static async Task<T?> ListenAsync<T>()
        where T : class
    {
        // Console.In would block whoever waits for it.
        var input = new StreamReader(Console.OpenStandardInput());
        if (await input.ReadLineAsync() is not { } line)
        {
            return null;
        }

        _ = EndWithInputAsync(input);
        return JsonSerializer.Deserialize<T>(line);
    }

    /// <summary>No child outlives its parent.</summary>
    private static async Task EndWithInputAsync(StreamReader input)
    {
        while (await input.ReadLineAsync() is not null)
        {
            // Nothing more is said.
        }

        Environment.Exit(0);
    }
}
