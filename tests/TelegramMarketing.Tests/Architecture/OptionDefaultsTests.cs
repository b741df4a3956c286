using System.Collections;
using System.Globalization;
using System.Text.RegularExpressions;
using System.Xml.Linq;
using TelegramMarketing.Testing;

namespace TelegramMarketing.Tests.Architecture;

/// <summary>The documentation of every option states its default; whoever reads it must not be misled when a default changes.</summary>
public sealed partial class OptionDefaultsTests
{
    public static TheoryData<string, string> Options()
    {
        var data = new TheoryData<string, string>();
        foreach (var (type, property) in Documented())
        {
            data.Add(type.Name, property.Name);
        }

        return data;
    }

    [Theory]
    [MemberData(nameof(Options))]
    public void Value_InTheDocumentation_IsTheDefault(string typeName, string propertyName)
    {
        var (type, property) = Documented().Single(option => option.Type.Name == typeName && option.Property.Name == propertyName);
        var actual = property.GetValue(Create(type));

        var text = ValueOf(type, property.Name);

        text.Should().NotBeNull($"{typeName}.{propertyName} must state its default in <value>");
        Accepts(text!, actual).Should().BeTrue($"the documentation says \"{text}\", and the default is {Show(actual)}");
    }

    [Theory]
    [InlineData("Defaults to 30.", 31)]
    [InlineData("Defaults to one hour.", "02:00:00")]
    [InlineData("Defaults to true.", false)]
    public void Value_ThatIsWrong_IsNoticed(string text, object actual) =>
        Accepts(text, actual is string time ? TimeSpan.Parse(time, CultureInfo.InvariantCulture) : actual).Should().BeFalse();

    private static IEnumerable<(Type Type, System.Reflection.PropertyInfo Property)> Documented() =>
        from assembly in (System.Reflection.Assembly[])[typeof(TelegramMarketingOptions).Assembly, typeof(InMemoryTelegramOptions).Assembly, typeof(ChartOptions).Assembly, typeof(EmailOptions).Assembly]
        from type in PublicSurface.TypesOf(assembly)
        where type.Name.EndsWith("Options", StringComparison.Ordinal) || type == typeof(Post) || type == typeof(AdministratorRights)
        from property in type.GetProperties(System.Reflection.BindingFlags.Public | System.Reflection.BindingFlags.Instance)
        where property.SetMethod is not null && !HasNoStatedDefault(type, property.Name)
        select (type, property);

    // A post's contents are empty unless given, which needs no saying.
    private static bool HasNoStatedDefault(Type type, string property) => type == typeof(Post) && property is nameof(Post.Text) or nameof(Post.Media) or nameof(Post.Buttons) or nameof(Post.Tags);

    private static object Create(Type type) => Activator.CreateInstance(type)!;

    private static string? ValueOf(Type type, string property)
    {
        var file = XDocument.Load(Path.ChangeExtension(type.Assembly.Location, ".xml"));
        var value = file.Descendants("member").Single(member => member.Attribute("name")!.Value == $"P:{type.FullName}.{property}").Element("value");
        return value is null ? null : Whitespace().Replace(string.Concat(value.Nodes().Select(Words)), " ").Trim();
    }

    private static string Words(XNode node) => node switch
    {
        XElement { Name.LocalName: "see" } see => see.Attribute("langword")?.Value ?? see.Attribute("cref")!.Value.Split('.')[^1],
        XElement element => element.Value,
        _ => node.ToString(),
    };

    private static bool Accepts(string text, object? actual)
    {
        return actual switch
        {
            null => text.StartsWith("Defaults to null", StringComparison.Ordinal),
            "" => text.StartsWith("No default", StringComparison.Ordinal),
            bool flag => text.StartsWith(flag ? "Defaults to true" : "Defaults to false", StringComparison.Ordinal),
            int or double or long => Number().Match(text) is { Success: true } match && double.Parse(match.Value, NumberStyles.AllowThousands | NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture) == Convert.ToDouble(actual, CultureInfo.InvariantCulture),
            TimeSpan time => Durations(text).Contains(time),
            Uri address => text.StartsWith($"Defaults to {address.GetLeftPart(UriPartial.Authority)}", StringComparison.Ordinal),
            DateTimeOffset moment => text.Contains(moment.ToString("dddd, d MMMM yyyy, HH:mm", CultureInfo.InvariantCulture), StringComparison.Ordinal),
            Enum choice => text.StartsWith($"Defaults to {choice}", StringComparison.Ordinal),
            TimeZoneInfo zone => text.StartsWith($"Defaults to {zone.Id}", StringComparison.Ordinal),
            PostKind kind => text.StartsWith($"Defaults to {kind}", StringComparison.Ordinal),
            IEnumerable many => !many.Cast<object>().Any() && text.StartsWith("Defaults to none", StringComparison.Ordinal),
            _ => throw new NotSupportedException($"Say here how a default of type {actual.GetType()} is stated."),
        };
    }

    private static IEnumerable<TimeSpan> Durations(string text)
    {
        var match = Duration().Match(text);
        if (!match.Success)
        {
            return text.StartsWith("Defaults to zero", StringComparison.Ordinal) ? [TimeSpan.Zero] : [];
        }

        var number = match.Groups["number"].Value is "one" or "a" or "an" ? 1 : double.Parse(match.Groups["number"].Value, CultureInfo.InvariantCulture);
        return match.Groups["unit"].Value switch
        {
            "second" => [TimeSpan.FromSeconds(number)],
            "minute" => [TimeSpan.FromMinutes(number)],
            "hour" => [TimeSpan.FromHours(number)],
            _ => [TimeSpan.FromDays(number)],
        };
    }

    private static string Show(object? value) => value switch { null => "null", "" => "empty", _ => Convert.ToString(value, CultureInfo.InvariantCulture)! };

    [GeneratedRegex(@"\s+")]
    private static partial Regex Whitespace();

    [GeneratedRegex(@"[0-9][0-9,]*(\.[0-9]+)?")]
    private static partial Regex Number();

    [GeneratedRegex(@"^Defaults to (?<number>[0-9.]+|one|an?) (?<unit>second|minute|hour|day)")]
    private static partial Regex Duration();
}
