using TelegramMarketing.Storage.Tests.Contracts;
using TelegramMarketing.Storage.Tests.Providers;

namespace TelegramMarketing.Storage.Tests;

public sealed class HostContextPublicationStoreTests : PublicationStoreContract<HostContextProvider>;

public sealed class HostContextSenderLeaseTests : SenderLeaseContract<HostContextProvider>;

public sealed class HostContextDurableStoreTests : DurableStoreContract<HostContextProvider>;

public sealed class HostContextStatisticsStoreTests : StatisticsStoreContract<HostContextProvider>;

public sealed class HostContextInvitationStoreTests : InvitationStoreContract<HostContextProvider>;

public sealed class HostContextDurableInvitationTests : DurableInvitationContract<HostContextProvider>;

public sealed class HostContextConsentStoreTests : ConsentStoreContract<HostContextProvider>;

public sealed class HostContextLinkStoreTests : LinkStoreContract<HostContextProvider>;

public sealed class HostContextJoinRequestStoreTests : JoinRequestStoreContract<HostContextProvider>;
