namespace TelegramMarketing.Diagnostics;

/// <summary>What an examination of a bot has found.</summary>
internal sealed class HealthFindings
{
    private readonly List<string> _failures = [];
    private readonly List<string> _impairments = [];
    private readonly Dictionary<string, object> _data = new(StringComparer.Ordinal);

    /// <summary>The bot cannot do its work.</summary>
    public bool CannotWork => _failures.Count > 0;

    /// <summary>It can, and somebody should look all the same.</summary>
    public bool IsImpaired => _impairments.Count > 0;

    public IReadOnlyDictionary<string, object> Data => _data;

    public void Fail(string sentence) => _failures.Add(sentence);

    public void Impair(string sentence) => _impairments.Add(sentence);

    public void Tell(string key, object value) => _data[key] = value;

    /// <summary>All of it in sentences, the worst first.</summary>
    public override string ToString() => CannotWork || IsImpaired ? string.Join(' ', _failures.Concat(_impairments)) : "The bot can do its work.";
}
