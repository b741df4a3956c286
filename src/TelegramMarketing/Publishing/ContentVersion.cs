using System.Runtime.InteropServices;

namespace TelegramMarketing.Publishing;

/// <summary>Tells two states of a file apart.</summary>
[StructLayout(LayoutKind.Auto)]
internal readonly record struct ContentVersion(long Length, long WrittenAtTicks);
