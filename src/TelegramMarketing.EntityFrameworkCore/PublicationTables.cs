using Microsoft.EntityFrameworkCore;
using TelegramMarketing.Storage;

namespace TelegramMarketing.EntityFrameworkCore;

/// <summary>The commands that record a publication and its messages, made once for a model.</summary>
internal sealed class PublicationTables
{
    /// <summary>What never changes, so that no index of it is touched.</summary>
    private static readonly string[] _fixed =
    [
        nameof(PublicationRow.Id), nameof(PublicationRow.BotName), nameof(PublicationRow.Channel), nameof(PublicationRow.ChatKey), nameof(PublicationRow.IdempotencyKey),
        nameof(PublicationRow.CreatedAt),
    ];

    private readonly RowTable _publications;
    private readonly RowTable _messages;
    private readonly RowColumn[] _changing;
    private readonly RowColumn[] _changingButParts;
    private readonly RowColumn[] _where;
    private readonly string _insert;
    private readonly string _update;
    private readonly string _updateButParts;
    private readonly string _insertMessage;

    public PublicationTables(DbContext db)
    {
        _publications = new RowTable(db, typeof(PublicationRow));
        _messages = new RowTable(db, typeof(MessageRow));
        _changing = [.. _publications.Columns.Where(column => !_fixed.Contains(column.Property, StringComparer.Ordinal))];
        _changingButParts = [.. _changing.Where(column => column.Property != nameof(PublicationRow.Parts))];
        _where = [Column(nameof(PublicationRow.Id)), Column(nameof(PublicationRow.Version))];
        _insert = _publications.Insert;
        _update = _publications.Update(_changing, _where);
        _updateButParts = _publications.Update(_changingButParts, _where);
        _insertMessage = _messages.Insert;
    }

    /// <summary>Adds a new publication.</summary>
    public Task InsertAsync(RowCommands commands, PublicationRow row) => commands.AddAsync(_insert, command => _publications.Columns.Select((column, index) => column.ParameterOf(command, RowTable.Parameter(index), row)));

    /// <summary>Adds a message of a publication.</summary>
    public Task InsertAsync(RowCommands commands, MessageRow row) => commands.AddAsync(_insertMessage, command => _messages.Columns.Select((column, index) => column.ParameterOf(command, RowTable.Parameter(index), row)));

    /// <summary>Changes a publication, if it still has the version that was known of it.</summary>
    public Task UpdateAsync(RowCommands commands, PublicationRow row, int knownVersion, bool withParts)
    {
        var columns = withParts ? _changing : _changingButParts;
        return commands.AddAsync(withParts ? _update : _updateButParts, command =>
            columns.Select((column, index) => column.ParameterOf(command, RowTable.Parameter(index), row))
                .Append(_where[0].ParameterOf(command, RowTable.Parameter(columns.Length), row))
                .Append(_where[1].ParameterFor(command, RowTable.Parameter(columns.Length + 1), knownVersion)));
    }

    private RowColumn Column(string property) => _publications.Columns.First(column => column.Property == property);
}
