using System.Diagnostics;
using System.Net.Http.Json;

namespace TelegramMarketing.Benchmarks.Server;

/// <summary>The server in a process of its own, so that its work is not counted as a client's.</summary>
internal sealed class ServerProcess : IDisposable
{
    private readonly Process _process;
    private readonly HttpClient _http;
    private int _rooms;

    private ServerProcess(Process process, Uri address)
    {
        _process = process;
        Address = address;
        _http = new HttpClient { BaseAddress = address };
    }

    public Uri Address { get; }

    public static async Task<ServerProcess> StartAsync()
    {
        var start = new ProcessStartInfo(Environment.ProcessPath!) { UseShellExecute = false, RedirectStandardInput = true, RedirectStandardOutput = true };
        if (Path.GetFileNameWithoutExtension(start.FileName) == "dotnet")
        {
            start.ArgumentList.Add(typeof(ServerProcess).Assembly.Location);
        }

        start.ArgumentList.Add("server");
        var process = Process.Start(start)!;
        var address = await process.StandardOutput.ReadLineAsync() ?? throw new InvalidOperationException("The server did not start.");
        return new ServerProcess(process, new Uri(address));
    }

    /// <summary>A new bot with these rules.</summary>
    /// <returns>Its token.</returns>
    public async Task<string> AddBotAsync(ServerRules rules)
    {
        var token = $"{1_000_000 + Interlocked.Increment(ref _rooms)}:AAtokenAAtokenAAtokenAAtokenAAtokenA";
        using var response = await _http.PutAsJsonAsync($"/rooms/{token}", rules);
        response.EnsureSuccessStatusCode();
        return token;
    }

    public async Task<ServerCounts> GetCountsAsync(string token) => (await _http.GetFromJsonAsync<ServerCounts>($"/rooms/{token}"))!;

    public void Dispose()
    {
        _http.Dispose();
        _process.StandardInput.Close();
        _process.WaitForExit();
        _process.Dispose();
    }
}
