using System.Diagnostics;

namespace TelegramMarketing.CrashTest;

/// <summary>A disk of a few megabytes that can be filled to its last byte.</summary>
internal sealed class SmallDisk : IAsyncDisposable
{
    private const string Size = "48m";
    private readonly string _filler;

    private SmallDisk(DirectoryInfo directory)
    {
        Directory = directory;
        _filler = Path.Combine(directory.FullName, "filler");
    }

    /// <summary>Where it is mounted.</summary>
    public DirectoryInfo Directory { get; }

    /// <summary>How often it was full.</summary>
    public int Fillings { get; private set; }

    public static async Task<SmallDisk> MountAsync(DirectoryInfo parent)
    {
        // Beside the round's own directory, which nobody else may enter.
        var directory = System.IO.Directory.CreateDirectory(parent.FullName + "-disk");
        await RunAsync("mount", "-t", "tmpfs", "-o", $"size={Size}", "tmpfs", directory.FullName);
        return new SmallDisk(directory);
    }

    /// <summary>Makes it the disk of another user, the one who has this file or directory.</summary>
    public Task GiveToAsync(string reference) => RunAsync("chown", $"--reference={reference}", Directory.FullName);

    /// <summary>Leaves no room for another byte.</summary>
    public void Fill()
    {
        var bytes = new byte[64 * 1024];
        using var file = new FileStream(_filler, FileMode.Create, FileAccess.Write, FileShare.None, bufferSize: 0);
        while (true)
        {
            try
            {
                file.Write(bytes);
            }
            catch (IOException) when (bytes.Length > 1)
            {
                bytes = new byte[bytes.Length / 2];
            }
            catch (IOException)
            {
                Fillings++;
                return;
            }
        }
    }

    /// <summary>Makes room again.</summary>
    public void Free() => File.Delete(_filler);

    public async ValueTask DisposeAsync()
    {
        if (Fillings == 0)
        {
            await Console.Error.WriteLineAsync("The disk was never full.");
        }

        await RunAsync("umount", "--lazy", Directory.FullName);
        Directory.Delete();
    }

    private static async Task RunAsync(string program, params string[] arguments)
    {
        using var process = Process.Start(program, arguments);
        await process.WaitForExitAsync();
        if (process.ExitCode != 0)
        {
            throw new InvalidOperationException($"{program} failed. A disk that can be full must be mounted, which root may.");
        }
    }
}
