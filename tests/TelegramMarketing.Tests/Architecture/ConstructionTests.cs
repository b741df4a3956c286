using System.Reflection;

namespace TelegramMarketing.Tests.Architecture;

/// <summary>A host tests its own code against the interfaces: whatever they return, its doubles must be able to make.</summary>
public sealed class ConstructionTests
{
    private static readonly Assembly _library = typeof(IChannelPublisher).Assembly;

    [Fact]
    public void EveryType_ThatAPublicInterfaceReturns_CanBeMadeByAHost()
    {
        var returned = Returned().ToList();

        returned.Should().Contain([typeof(Publication), typeof(PostPlan), typeof(PlannedMessage), typeof(PostStatistics), typeof(Reading), typeof(Count), typeof(Invitation), typeof(ConsentEvent), typeof(EditorialReport)]);
        returned.Where(type => !CanBeMade(type)).Should().BeEmpty("a host's own fake must be able to return it");
    }

    [Fact]
    public void EverySettableProperty_OfWhatIsReturned_IsPublic()
    {
        var hidden =
            from type in Returned()
            from property in type.GetProperties(BindingFlags.Public | BindingFlags.Instance)
            where property.SetMethod is { IsPublic: false }
            select $"{type.Name}.{property.Name}";

        hidden.Should().BeEmpty("a double could not set it");
    }

    /// <summary>The library's own values that the interfaces return, and those that these hold.</summary>
    private static IEnumerable<Type> Returned()
    {
        var seen = new HashSet<Type>();
        var open = new Queue<Type>(
            from type in PublicSurface.TypesOf(_library)
            where type.IsInterface && type != typeof(ITelegramMarketingBuilder)
            from method in type.GetMethods()
            select method.ReturnType);
        while (open.TryDequeue(out var type))
        {
            foreach (var argument in type.GetGenericArguments().Concat(type.HasElementType ? [type.GetElementType()!] : []))
            {
                open.Enqueue(argument);
            }

            if (type.Assembly == _library && seen.Add(type))
            {
                foreach (var property in type.GetProperties(BindingFlags.Public | BindingFlags.Instance))
                {
                    open.Enqueue(property.PropertyType);
                }
            }
        }

        return seen.Where(type => !type.IsEnum && !type.IsInterface);
    }

    private static bool CanBeMade(Type type) =>
        type.IsValueType
        || type.GetConstructors().Length > 0
        || type.GetMethods(BindingFlags.Public | BindingFlags.Static).Any(method => method.ReturnType == type && method.GetParameters().All(parameter => parameter.ParameterType.IsVisible))
        || type.GetProperties(BindingFlags.Public | BindingFlags.Static).Any(property => property.PropertyType == type);
}
