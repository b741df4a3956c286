using TelegramMarketing.Storage.Tests.Contracts;
using TelegramMarketing.Storage.Tests.Providers;

namespace TelegramMarketing.Storage.Tests;

public sealed class SqlitePublicationStoreTests : PublicationStoreContract<SqliteProvider>;

public sealed class SqliteSenderLeaseTests : SenderLeaseContract<SqliteProvider>;

public sealed class SqliteDurableStoreTests : DurableStoreContract<SqliteProvider>;

public sealed class SqliteStatisticsStoreTests : StatisticsStoreContract<SqliteProvider>;

public sealed class SqliteInvitationStoreTests : InvitationStoreContract<SqliteProvider>;

public sealed class SqliteDurableInvitationTests : DurableInvitationContract<SqliteProvider>;

public sealed class SqliteConsentStoreTests : ConsentStoreContract<SqliteProvider>;

public sealed class SqliteLinkStoreTests : LinkStoreContract<SqliteProvider>;

public sealed class SqliteJoinRequestStoreTests : JoinRequestStoreContract<SqliteProvider>;
