using System.ComponentModel;
using System.Globalization;

namespace TelegramMarketing.Channels;

/// <summary>Lets configuration binding read a value that is written as text.</summary>
internal sealed class ParsableTypeConverter<T> : TypeConverter
    where T : class, IParsable<T>
{
    public override bool CanConvertFrom(ITypeDescriptorContext? context, Type sourceType) =>
        sourceType == typeof(string) || base.CanConvertFrom(context, sourceType);

    public override object? ConvertFrom(ITypeDescriptorContext? context, CultureInfo? culture, object value) =>
        value is string text ? T.Parse(text, culture) : base.ConvertFrom(context, culture, value);

    public override object? ConvertTo(ITypeDescriptorContext? context, CultureInfo? culture, object? value, Type destinationType) =>
        destinationType == typeof(string) && value is T ? value.ToString() : base.ConvertTo(context, culture, value, destinationType);
}
