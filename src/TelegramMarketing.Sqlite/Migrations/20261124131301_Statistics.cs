using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace TelegramMarketing.Sqlite.Migrations
{
    /// <inheritdoc />
    internal sealed partial class Statistics : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.CreateTable(
                name: "telegram_statistics_channels",
                columns: table => new
                {
                    Id = table.Column<long>(type: "INTEGER", nullable: false)
                        .Annotation("Sqlite:Autoincrement", true),
                    BotName = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    ChatKey = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    LookedAt = table.Column<long>(type: "INTEGER", nullable: true),
                    CoveredFrom = table.Column<long>(type: "INTEGER", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_telegram_statistics_channels", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "telegram_statistics_figures",
                columns: table => new
                {
                    ChannelId = table.Column<long>(type: "INTEGER", nullable: false),
                    MessageId = table.Column<int>(type: "INTEGER", nullable: false),
                    Figure = table.Column<int>(type: "INTEGER", nullable: false),
                    ObservedAt = table.Column<long>(type: "INTEGER", nullable: false),
                    Source = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    Staleness = table.Column<long>(type: "INTEGER", nullable: false),
                    Low = table.Column<long>(type: "INTEGER", nullable: false),
                    High = table.Column<long>(type: "INTEGER", nullable: false),
                    Value = table.Column<long>(type: "INTEGER", nullable: false),
                    Raw = table.Column<string>(type: "TEXT", maxLength: 200, nullable: true),
                    Reactions = table.Column<string>(type: "TEXT", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_telegram_statistics_figures", x => new { x.ChannelId, x.MessageId, x.Figure, x.ObservedAt });
                });

            migrationBuilder.CreateTable(
                name: "telegram_statistics_gaps",
                columns: table => new
                {
                    ChannelId = table.Column<long>(type: "INTEGER", nullable: false),
                    From = table.Column<long>(type: "INTEGER", nullable: false),
                    Figures = table.Column<int>(type: "INTEGER", nullable: false),
                    To = table.Column<long>(type: "INTEGER", nullable: false),
                    Reason = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_telegram_statistics_gaps", x => new { x.ChannelId, x.From, x.Figures });
                });

            migrationBuilder.CreateTable(
                name: "telegram_statistics_members",
                columns: table => new
                {
                    ChannelId = table.Column<long>(type: "INTEGER", nullable: false),
                    At = table.Column<long>(type: "INTEGER", nullable: false),
                    UpdateId = table.Column<int>(type: "INTEGER", nullable: false),
                    HasJoined = table.Column<bool>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_telegram_statistics_members", x => new { x.ChannelId, x.At, x.UpdateId });
                });

            migrationBuilder.CreateTable(
                name: "telegram_statistics_posts",
                columns: table => new
                {
                    ChannelId = table.Column<long>(type: "INTEGER", nullable: false),
                    MessageId = table.Column<int>(type: "INTEGER", nullable: false),
                    AlbumIds = table.Column<string>(type: "TEXT", nullable: true),
                    PublishedAt = table.Column<long>(type: "INTEGER", nullable: true),
                    Kind = table.Column<string>(type: "TEXT", maxLength: 64, nullable: true),
                    KindSource = table.Column<int>(type: "INTEGER", nullable: false),
                    Tags = table.Column<string>(type: "TEXT", nullable: true),
                    Signature = table.Column<string>(type: "TEXT", nullable: true),
                    Media = table.Column<int>(type: "INTEGER", nullable: true),
                    Length = table.Column<int>(type: "INTEGER", nullable: true),
                    HasButtons = table.Column<bool>(type: "INTEGER", nullable: true),
                    ForwardedFrom = table.Column<string>(type: "TEXT", nullable: true),
                    ContinuationOf = table.Column<int>(type: "INTEGER", nullable: true),
                    SeenAt = table.Column<long>(type: "INTEGER", nullable: false),
                    GoneAt = table.Column<long>(type: "INTEGER", nullable: true),
                    Reactions = table.Column<long>(type: "INTEGER", nullable: true),
                    PollVoters = table.Column<long>(type: "INTEGER", nullable: true),
                    Comments = table.Column<long>(type: "INTEGER", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_telegram_statistics_posts", x => new { x.ChannelId, x.MessageId });
                });

            // Kept in the order of its key, since a report reads hundreds of thousands of rows in that order. EF Core has no words for that.
            migrationBuilder.Sql("""
                CREATE TABLE "telegram_statistics_views" (
                    "ChannelId" INTEGER NOT NULL,
                    "MessageId" INTEGER NOT NULL,
                    "ObservedAt" INTEGER NOT NULL,
                    "Source" TEXT NOT NULL,
                    "Staleness" INTEGER NOT NULL,
                    "Low" INTEGER NOT NULL,
                    "High" INTEGER NOT NULL,
                    "Value" INTEGER NOT NULL,
                    "Raw" TEXT NULL,
                    CONSTRAINT "PK_telegram_statistics_views" PRIMARY KEY ("ChannelId", "MessageId", "ObservedAt", "Source")
                ) WITHOUT ROWID;
                """);

            migrationBuilder.CreateIndex(
                name: "IX_telegram_statistics_channels_key",
                table: "telegram_statistics_channels",
                columns: new[] { "BotName", "ChatKey" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_telegram_statistics_posts_published",
                table: "telegram_statistics_posts",
                columns: new[] { "ChannelId", "PublishedAt" });
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "telegram_statistics_channels");

            migrationBuilder.DropTable(
                name: "telegram_statistics_figures");

            migrationBuilder.DropTable(
                name: "telegram_statistics_gaps");

            migrationBuilder.DropTable(
                name: "telegram_statistics_members");

            migrationBuilder.DropTable(
                name: "telegram_statistics_posts");

            migrationBuilder.DropTable(
                name: "telegram_statistics_views");
        }
    }
}
