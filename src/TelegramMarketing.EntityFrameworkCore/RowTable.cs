using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Metadata;
using Microsoft.EntityFrameworkCore.Storage;

namespace TelegramMarketing.EntityFrameworkCore;

/// <summary>A table as the model of the context maps it, whatever it calls its columns, and the SQL for rows of it.</summary>
internal sealed class RowTable
{
    private readonly ISqlGenerationHelper _sql;
    private readonly string _name;

    public RowTable(DbContext db, Type row)
    {
        _sql = db.GetService<ISqlGenerationHelper>();
        var type = db.Model.FindEntityType(row) ?? throw new InvalidOperationException($"{db.GetType().Name} does not map {row.Name}. Call modelBuilder.AddTelegramMarketing() in OnModelCreating.");
        var table = StoreObjectIdentifier.Create(type, StoreObjectType.Table)!.Value;
        _name = _sql.DelimitIdentifier(table.Name, table.Schema);
        Columns = [.. type.GetProperties().Where(property => property.PropertyInfo is not null).Select(property => new RowColumn(property, property.GetColumnName(table)!))];
    }

    public IReadOnlyList<RowColumn> Columns { get; }

    /// <summary>Inserts a row; its parameters are all columns, in their order.</summary>
    public string Insert => $"INSERT INTO {_name} ({string.Join(", ", Columns.Select(column => _sql.DelimitIdentifier(column.Name)))}) VALUES ({string.Join(", ", Columns.Select((_, index) => Parameter(index)))})";

    /// <summary>Updates these columns where others have these values; its parameters are the ones, then the others.</summary>
    public string Update(IReadOnlyList<RowColumn> columns, IReadOnlyList<RowColumn> where) =>
        $"UPDATE {_name} SET {string.Join(", ", columns.Select(Is))} WHERE {string.Join(" AND ", where.Select((column, index) => Is(column, columns.Count + index)))}";

    /// <summary>The name of the parameter at this place.</summary>
    public static string Parameter(int index) => string.Create(CultureInfo.InvariantCulture, $"@p{index}");

    private string Is(RowColumn column, int index) => $"{_sql.DelimitIdentifier(column.Name)} = {Parameter(index)}";
}
