using System.Reflection;

namespace TelegramMarketing.Tests.Architecture;

/// <summary>What a host can see of an assembly: its public types, and every type that those mention.</summary>
internal static class PublicSurface
{
    private const BindingFlags Declared = BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.Instance | BindingFlags.Static | BindingFlags.DeclaredOnly;

    public static IEnumerable<Type> TypesOf(Assembly assembly) => assembly.GetExportedTypes();

    /// <summary>The members of a type that hosts can see, each with the types that it mentions, taken apart down to the last generic argument.</summary>
    public static IEnumerable<(string Member, Type Mentioned)> MentionsOf(Type type)
    {
        foreach (var mention in Direct(type))
        {
            foreach (var part in TakeApart(mention.Mentioned).Distinct())
            {
                yield return (mention.Member, part);
            }
        }
    }

    private static IEnumerable<(string Member, Type Mentioned)> Direct(Type type)
    {
        var name = type.FullName ?? type.Name;
        if (type.BaseType is { } parent)
        {
            yield return ($"base of {name}", parent);
        }

        foreach (var implemented in type.GetInterfaces().Where(implemented => implemented.IsVisible))
        {
            yield return ($"interface of {name}", implemented);
        }

        foreach (var constraint in type.GetGenericArguments().Where(argument => argument.IsGenericParameter).SelectMany(argument => argument.GetGenericParameterConstraints()))
        {
            yield return ($"constraint of {name}", constraint);
        }

        foreach (var attribute in AttributesOf(type, name))
        {
            yield return attribute;
        }

        foreach (var member in type.GetMembers(Declared).Where(IsVisible))
        {
            var label = $"{name}.{member.Name}";
            foreach (var attribute in AttributesOf(member, label))
            {
                yield return attribute;
            }

            foreach (var mentioned in TypesOf(member))
            {
                yield return (label, mentioned);
            }
        }
    }

    private static IEnumerable<(string Member, Type Mentioned)> AttributesOf(MemberInfo member, string label)
    {
        foreach (var attribute in member.GetCustomAttributesData().Where(attribute => attribute.AttributeType.IsVisible))
        {
            yield return ($"attribute of {label}", attribute.AttributeType);
            foreach (var argument in attribute.ConstructorArguments.Concat(attribute.NamedArguments.Select(argument => argument.TypedValue)).Select(argument => argument.Value).OfType<Type>())
            {
                yield return ($"attribute of {label}", argument);
            }
        }
    }

    private static bool IsVisible(MemberInfo member) => member switch
    {
        MethodBase method => method.IsPublic || method.IsFamily || method.IsFamilyOrAssembly,
        FieldInfo field => field.IsPublic || field.IsFamily || field.IsFamilyOrAssembly,
        PropertyInfo property => property.GetAccessors(nonPublic: true).Any(IsVisible),
        EventInfo happening => happening.AddMethod is { } add && IsVisible(add),
        Type nested => nested.IsVisible,
        _ => false,
    };

    private static IEnumerable<Type> TypesOf(MemberInfo member) => member switch
    {
        MethodInfo method =>
        [
            method.ReturnType, .. method.GetParameters().Select(parameter => parameter.ParameterType),
            .. method.GetGenericArguments().SelectMany(argument => argument.GetGenericParameterConstraints()),
        ],
        ConstructorInfo constructor => constructor.GetParameters().Select(parameter => parameter.ParameterType),
        FieldInfo field => [field.FieldType],
        PropertyInfo property => [property.PropertyType, .. property.GetIndexParameters().Select(parameter => parameter.ParameterType)],
        EventInfo happening => [happening.EventHandlerType!],
        _ => [],
    };

    private static IEnumerable<Type> TakeApart(Type type)
    {
        if (type.HasElementType)
        {
            return TakeApart(type.GetElementType()!);
        }

        return type.IsGenericType ? type.GetGenericArguments().Where(argument => !argument.IsGenericParameter).SelectMany(TakeApart).Prepend(type.GetGenericTypeDefinition()) : [type];
    }
}
