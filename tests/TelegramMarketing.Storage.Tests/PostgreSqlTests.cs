using TelegramMarketing.Storage.Tests.Contracts;
using TelegramMarketing.Storage.Tests.Providers;

namespace TelegramMarketing.Storage.Tests;

public sealed class PostgreSqlPublicationStoreTests : PublicationStoreContract<PostgreSqlProvider>;

public sealed class PostgreSqlSenderLeaseTests : SenderLeaseContract<PostgreSqlProvider>;

public sealed class PostgreSqlDurableStoreTests : DurableStoreContract<PostgreSqlProvider>;

public sealed class PostgreSqlStatisticsStoreTests : StatisticsStoreContract<PostgreSqlProvider>;
