namespace TelegramMarketing.Testing.Wire;

/// <summary>A file in a request.</summary>
internal sealed record UploadedFile(string? FileName, ReadOnlyMemory<byte> Content);
