using TelegramMarketing.Storage.Tests.Contracts;
using TelegramMarketing.Storage.Tests.Providers;

namespace TelegramMarketing.Storage.Tests;

public sealed class PostgreSqlPublicationStoreTests : PublicationStoreContract<PostgreSqlProvider>;

public sealed class PostgreSqlSenderLeaseTests : SenderLeaseContract<PostgreSqlProvider>;

public sealed class PostgreSqlDurableStoreTests : DurableStoreContract<PostgreSqlProvider>;

public sealed class PostgreSqlStatisticsStoreTests : StatisticsStoreContract<PostgreSqlProvider>;

public sealed class PostgreSqlInvitationStoreTests : InvitationStoreContract<PostgreSqlProvider>;

public sealed class PostgreSqlDurableInvitationTests : DurableInvitationContract<PostgreSqlProvider>;

public sealed class PostgreSqlConsentStoreTests : ConsentStoreContract<PostgreSqlProvider>;

public sealed class PostgreSqlLinkStoreTests : LinkStoreContract<PostgreSqlProvider>;

public sealed class PostgreSqlJoinRequestStoreTests : JoinRequestStoreContract<PostgreSqlProvider>;
