using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace TelegramMarketing.PostgreSql.Migrations
{
    /// <inheritdoc />
    internal sealed partial class CommentThreads : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.CreateTable(
                name: "telegram_statistics_threads",
                columns: table => new
                {
                    ChannelId = table.Column<long>(type: "bigint", nullable: false),
                    GroupId = table.Column<long>(type: "bigint", nullable: false),
                    ThreadId = table.Column<int>(type: "integer", nullable: false),
                    MessageId = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_telegram_statistics_threads", x => new { x.ChannelId, x.GroupId, x.ThreadId });
                });

            migrationBuilder.CreateIndex(
                name: "IX_telegram_statistics_threads_post",
                table: "telegram_statistics_threads",
                columns: new[] { "ChannelId", "MessageId" });
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "telegram_statistics_threads");
        }
    }
}
