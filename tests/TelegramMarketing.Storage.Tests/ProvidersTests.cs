using TelegramMarketing.Storage.Tests.Contracts;
using TelegramMarketing.Storage.Tests.Providers;

namespace TelegramMarketing.Storage.Tests;

public sealed class ProvidersTests
{
    public static TheoryData<Type, Type> Suites
    {
        get
        {
            var types = typeof(ProvidersTests).Assembly.GetTypes();
            var data = new TheoryData<Type, Type>();
            foreach (var suite in types.Where(type => type is { IsAbstract: true, IsGenericTypeDefinition: true } && type.BaseType is { IsGenericType: true } parent && parent.GetGenericTypeDefinition() == typeof(StoreContract<>)))
            {
                foreach (var provider in types.Where(type => !type.IsAbstract && type.IsSubclassOf(typeof(StoreProvider))))
                {
                    var isMeant = suite == typeof(DurableStoreContract<>) || suite == typeof(DurableInvitationContract<>) ? provider != typeof(MemoryProvider)
                        : suite != typeof(MigratedStoreContract<>) || (provider != typeof(MemoryProvider) && provider != typeof(HostContextProvider));
                    if (isMeant)
                    {
                        data.Add(suite, provider);
                    }
                }
            }

            return data;
        }
    }

    [Theory]
    [MemberData(nameof(Suites))]
    public void Provider_RunsEverySuiteMeantForIt(Type suite, Type provider)
    {
        var closed = suite.MakeGenericType(provider);

        typeof(ProvidersTests).Assembly.GetTypes().Should().Contain(type => type.IsPublic && !type.IsAbstract && type.IsSubclassOf(closed), $"{provider.Name} must pass {suite.Name}");
    }
}
