using Microsoft.EntityFrameworkCore.Migrations;
using Npgsql.EntityFrameworkCore.PostgreSQL.Metadata;

#nullable disable

namespace TelegramMarketing.PostgreSql.Migrations
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
                    Id = table.Column<long>(type: "bigint", nullable: false)
                        .Annotation("Npgsql:ValueGenerationStrategy", NpgsqlValueGenerationStrategy.IdentityByDefaultColumn),
                    BotName = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                    ChatKey = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                    LookedAt = table.Column<long>(type: "bigint", nullable: true),
                    CoveredFrom = table.Column<long>(type: "bigint", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_telegram_statistics_channels", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "telegram_statistics_figures",
                columns: table => new
                {
                    ChannelId = table.Column<long>(type: "bigint", nullable: false),
                    MessageId = table.Column<int>(type: "integer", nullable: false),
                    Figure = table.Column<int>(type: "integer", nullable: false),
                    ObservedAt = table.Column<long>(type: "bigint", nullable: false),
                    Source = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                    Staleness = table.Column<long>(type: "bigint", nullable: false),
                    Low = table.Column<long>(type: "bigint", nullable: false),
                    High = table.Column<long>(type: "bigint", nullable: false),
                    Value = table.Column<long>(type: "bigint", nullable: false),
                    Raw = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: true),
                    Reactions = table.Column<string>(type: "text", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_telegram_statistics_figures", x => new { x.ChannelId, x.MessageId, x.Figure, x.ObservedAt });
                });

            migrationBuilder.CreateTable(
                name: "telegram_statistics_gaps",
                columns: table => new
                {
                    ChannelId = table.Column<long>(type: "bigint", nullable: false),
                    From = table.Column<long>(type: "bigint", nullable: false),
                    Figures = table.Column<int>(type: "integer", nullable: false),
                    To = table.Column<long>(type: "bigint", nullable: false),
                    Reason = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_telegram_statistics_gaps", x => new { x.ChannelId, x.From, x.Figures });
                });

            migrationBuilder.CreateTable(
                name: "telegram_statistics_members",
                columns: table => new
                {
                    ChannelId = table.Column<long>(type: "bigint", nullable: false),
                    At = table.Column<long>(type: "bigint", nullable: false),
                    UpdateId = table.Column<int>(type: "integer", nullable: false),
                    HasJoined = table.Column<bool>(type: "boolean", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_telegram_statistics_members", x => new { x.ChannelId, x.At, x.UpdateId });
                });

            migrationBuilder.CreateTable(
                name: "telegram_statistics_posts",
                columns: table => new
                {
                    ChannelId = table.Column<long>(type: "bigint", nullable: false),
                    MessageId = table.Column<int>(type: "integer", nullable: false),
                    AlbumIds = table.Column<string>(type: "text", nullable: true),
                    PublishedAt = table.Column<long>(type: "bigint", nullable: true),
                    Kind = table.Column<string>(type: "character varying(64)", maxLength: 64, nullable: true),
                    KindSource = table.Column<int>(type: "integer", nullable: false),
                    Tags = table.Column<string>(type: "text", nullable: true),
                    Signature = table.Column<string>(type: "text", nullable: true),
                    Media = table.Column<int>(type: "integer", nullable: true),
                    Length = table.Column<int>(type: "integer", nullable: true),
                    HasButtons = table.Column<bool>(type: "boolean", nullable: true),
                    ForwardedFrom = table.Column<string>(type: "text", nullable: true),
                    ContinuationOf = table.Column<int>(type: "integer", nullable: true),
                    SeenAt = table.Column<long>(type: "bigint", nullable: false),
                    GoneAt = table.Column<long>(type: "bigint", nullable: true),
                    Reactions = table.Column<long>(type: "bigint", nullable: true),
                    PollVoters = table.Column<long>(type: "bigint", nullable: true),
                    Comments = table.Column<long>(type: "bigint", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_telegram_statistics_posts", x => new { x.ChannelId, x.MessageId });
                });

            migrationBuilder.CreateTable(
                name: "telegram_statistics_views",
                columns: table => new
                {
                    ChannelId = table.Column<long>(type: "bigint", nullable: false),
                    MessageId = table.Column<int>(type: "integer", nullable: false),
                    ObservedAt = table.Column<long>(type: "bigint", nullable: false),
                    Source = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                    Staleness = table.Column<long>(type: "bigint", nullable: false),
                    Low = table.Column<long>(type: "bigint", nullable: false),
                    High = table.Column<long>(type: "bigint", nullable: false),
                    Value = table.Column<long>(type: "bigint", nullable: false),
                    Raw = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_telegram_statistics_views", x => new { x.ChannelId, x.MessageId, x.ObservedAt, x.Source });
                });

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
