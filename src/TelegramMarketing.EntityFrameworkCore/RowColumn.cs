using System.Data.Common;
using System.Reflection;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;
using Microsoft.EntityFrameworkCore.Storage;

namespace TelegramMarketing.EntityFrameworkCore;

/// <summary>A column of a table and the property that it holds.</summary>
internal sealed class RowColumn(IProperty property, string name)
{
    private readonly PropertyInfo _info = property.PropertyInfo!;
    private readonly RelationalTypeMapping _mapping = property.GetRelationalTypeMapping();
    private readonly bool _isNullable = property.IsNullable;

    public string Name => name;

    /// <summary>The name of the property.</summary>
    public string Property => _info.Name;

    /// <summary>The row's value, as the provider takes it.</summary>
    /// <param name="command">Makes the parameter; it is not added to it.</param>
    /// <param name="parameter">Its name.</param>
    /// <param name="row">The row.</param>
    public DbParameter ParameterOf(DbCommand command, string parameter, object row) => ParameterFor(command, parameter, _info.GetValue(row));

    /// <summary>Another value for this column.</summary>
    public DbParameter ParameterFor(DbCommand command, string parameter, object? value) => _mapping.CreateParameter(command, parameter, value, _isNullable);
}
