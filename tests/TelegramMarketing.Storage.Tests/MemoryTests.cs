using TelegramMarketing.Storage.Tests.Contracts;
using TelegramMarketing.Storage.Tests.Providers;

namespace TelegramMarketing.Storage.Tests;

public sealed class MemoryPublicationStoreTests : PublicationStoreContract<MemoryProvider>;

public sealed class MemorySenderLeaseTests : SenderLeaseContract<MemoryProvider>;

public sealed class MemoryStatisticsStoreTests : StatisticsStoreContract<MemoryProvider>;

public sealed class MemoryInvitationStoreTests : InvitationStoreContract<MemoryProvider>;

public sealed class MemoryConsentStoreTests : ConsentStoreContract<MemoryProvider>;

public sealed class MemoryLinkStoreTests : LinkStoreContract<MemoryProvider>;

public sealed class MemoryJoinRequestStoreTests : JoinRequestStoreContract<MemoryProvider>;
