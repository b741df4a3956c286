using System.Diagnostics;
using System.Text.Json;

namespace TelegramMarketing.CrashTest;

/// <summary>A child: started ahead of its use, told what to do, listened to, and killed.</summary>
internal sealed class ChildProcess : IDisposable
{
    private readonly Process _process;
    private readonly List<string> _complaints = [];
    private readonly TaskCompletionSource _ended = new(TaskCreationOptions.RunContinuationsAsynchronously);

    private ChildProcess(Process process, Action<string> hear)
    {
        _process = process;
        process.EnableRaisingEvents = true;
        process.Exited += (_, _) => _ended.TrySetResult();
        process.OutputDataReceived += (_, e) =>
        {
            if (e.Data is { } line)
            {
                hear(line);
            }
        };
        process.ErrorDataReceived += (_, e) =>
        {
            if (e.Data is { } line)
            {
                lock (_complaints)
                {
                    _complaints.Add(line);
                }
            }
        };
        process.BeginOutputReadLine();
        process.BeginErrorReadLine();
    }

    /// <summary>It has ended, killed or not.</summary>
    public Task Ended => _ended.Task;

    /// <summary>What it wrote to its standard error.</summary>
    public IReadOnlyList<string> Complaints
    {
        get
        {
            lock (_complaints)
            {
                return [.. _complaints];
            }
        }
    }

    /// <summary>Starts one.</summary>
    /// <param name="hear">Is told each line that it says.</param>
    /// <param name="role">What it is started as.</param>
    public static ChildProcess Start(Action<string> hear, string role = "child")
    {
        var start = new ProcessStartInfo(Environment.ProcessPath!)
        {
            UseShellExecute = false,
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        if (Path.GetFileNameWithoutExtension(start.FileName) == "dotnet")
        {
            start.ArgumentList.Add(typeof(ChildProcess).Assembly.Location);
        }

        start.ArgumentList.Add(role);
        return new ChildProcess(Process.Start(start)!, hear);
    }

    public void Tell<T>(T orders)
    {
        _process.StandardInput.WriteLine(JsonSerializer.Serialize(orders));
        _process.StandardInput.Flush();
    }

    /// <summary>SIGKILL: nothing of it runs any more when this returns.</summary>
    /// <returns>Whether it was alive.</returns>
    public async Task<bool> KillAsync()
    {
        var wasAlive = !_process.HasExited;
        _process.Kill();
        await _process.WaitForExitAsync();
        return wasAlive;
    }

    public void Dispose()
    {
        if (!_process.HasExited)
        {
            _process.Kill();
        }

        _process.Dispose();
    }
}
