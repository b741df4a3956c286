using System.Globalization;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace TelegramMarketing.Channels;

/// <summary>Writes a value as text and reads it back; a bare number is read too, since ids are often stored as such.</summary>
internal sealed class ParsableJsonConverter<T> : JsonConverter<T>
    where T : class, IParsable<T>
{
    public override T Read(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) => reader.TokenType switch
    {
        JsonTokenType.String => Parse(reader.GetString()!),
        JsonTokenType.Number when reader.TryGetInt64(out var number) => Parse(number.ToString(CultureInfo.InvariantCulture)),
        _ => throw new JsonException($"A {typeof(T).Name} is written as text."),
    };

    public override void Write(Utf8JsonWriter writer, T value, JsonSerializerOptions options) => writer.WriteStringValue(value.ToString());

    public override T ReadAsPropertyName(ref Utf8JsonReader reader, Type typeToConvert, JsonSerializerOptions options) => Parse(reader.GetString()!);

    public override void WriteAsPropertyName(Utf8JsonWriter writer, T value, JsonSerializerOptions options) => writer.WritePropertyName(value.ToString()!);

    private static T Parse(string text)
    {
        try
        {
            return T.Parse(text, CultureInfo.InvariantCulture);
        }
        catch (FormatException exception)
        {
            throw new JsonException(exception.Message, exception);
        }
    }
}
