using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace TelegramMarketing.Sqlite.Migrations
{
    /// <inheritdoc />
    internal sealed partial class JoinRequests : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.CreateTable(
                name: "telegram_join_requests",
                columns: table => new
                {
                    Invitation = table.Column<Guid>(type: "TEXT", nullable: false),
                    BotName = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    ChannelId = table.Column<long>(type: "INTEGER", nullable: false),
                    Person = table.Column<long>(type: "INTEGER", nullable: false),
                    DueAt = table.Column<long>(type: "INTEGER", nullable: false),
                    IsOver = table.Column<bool>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_telegram_join_requests", x => x.Invitation);
                });

            migrationBuilder.CreateIndex(
                name: "IX_telegram_join_requests_due",
                table: "telegram_join_requests",
                columns: new[] { "BotName", "DueAt" });
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "telegram_join_requests");
        }
    }
}
