using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace TelegramMarketing.Sqlite.Migrations
{
    /// <inheritdoc />
    internal sealed partial class First : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.CreateTable(
                name: "telegram_chats",
                columns: table => new
                {
                    BotName = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    ChatKey = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    ChatId = table.Column<long>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_telegram_chats", x => new { x.BotName, x.ChatKey });
                });

            migrationBuilder.CreateTable(
                name: "telegram_leases",
                columns: table => new
                {
                    BotName = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    Owner = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    Until = table.Column<long>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_telegram_leases", x => x.BotName);
                });

            migrationBuilder.CreateTable(
                name: "telegram_publications",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    BotName = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    Channel = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    ChatKey = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    ChatId = table.Column<long>(type: "INTEGER", nullable: false),
                    IdempotencyKey = table.Column<string>(type: "TEXT", maxLength: 200, nullable: true),
                    Fingerprint = table.Column<string>(type: "TEXT", maxLength: 64, nullable: true),
                    Kind = table.Column<string>(type: "TEXT", maxLength: 64, nullable: false),
                    Tags = table.Column<string>(type: "TEXT", nullable: true),
                    State = table.Column<int>(type: "INTEGER", nullable: false),
                    CreatedAt = table.Column<long>(type: "INTEGER", nullable: false),
                    DueAt = table.Column<long>(type: "INTEGER", nullable: false),
                    DeliveryBegan = table.Column<long>(type: "INTEGER", nullable: false),
                    PublishedAt = table.Column<long>(type: "INTEGER", nullable: true),
                    EndedAt = table.Column<long>(type: "INTEGER", nullable: true),
                    SendBeganAt = table.Column<long>(type: "INTEGER", nullable: false),
                    BecameUnknownAt = table.Column<long>(type: "INTEGER", nullable: false),
                    Attempts = table.Column<int>(type: "INTEGER", nullable: false),
                    PartsDone = table.Column<int>(type: "INTEGER", nullable: false),
                    Error = table.Column<int>(type: "INTEGER", nullable: false),
                    LastError = table.Column<string>(type: "TEXT", nullable: true),
                    LastKnownMessageId = table.Column<int>(type: "INTEGER", nullable: false),
                    IsProvedAbsent = table.Column<bool>(type: "INTEGER", nullable: false),
                    IsCancelAsked = table.Column<bool>(type: "INTEGER", nullable: false),
                    EqualTo = table.Column<Guid>(type: "TEXT", nullable: true),
                    Parts = table.Column<string>(type: "TEXT", nullable: true),
                    HasMedia = table.Column<bool>(type: "INTEGER", nullable: false),
                    Version = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_telegram_publications", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "telegram_media",
                columns: table => new
                {
                    PublicationId = table.Column<Guid>(type: "TEXT", nullable: false),
                    Source = table.Column<int>(type: "INTEGER", nullable: false),
                    Ordinal = table.Column<int>(type: "INTEGER", nullable: false),
                    Bytes = table.Column<byte[]>(type: "BLOB", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_telegram_media", x => new { x.PublicationId, x.Source, x.Ordinal });
                    table.ForeignKey(
                        name: "FK_telegram_media_telegram_publications_PublicationId",
                        column: x => x.PublicationId,
                        principalTable: "telegram_publications",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateTable(
                name: "telegram_messages",
                columns: table => new
                {
                    PublicationId = table.Column<Guid>(type: "TEXT", nullable: false),
                    Ordinal = table.Column<int>(type: "INTEGER", nullable: false),
                    BotName = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    ChatKey = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    MessageId = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_telegram_messages", x => new { x.PublicationId, x.Ordinal });
                    table.ForeignKey(
                        name: "FK_telegram_messages_telegram_publications_PublicationId",
                        column: x => x.PublicationId,
                        principalTable: "telegram_publications",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateIndex(
                name: "IX_telegram_messages_message",
                table: "telegram_messages",
                columns: new[] { "BotName", "ChatKey", "MessageId" });

            migrationBuilder.CreateIndex(
                name: "IX_telegram_publications_created",
                table: "telegram_publications",
                columns: new[] { "BotName", "CreatedAt", "Id" });

            migrationBuilder.CreateIndex(
                name: "IX_telegram_publications_due",
                table: "telegram_publications",
                columns: new[] { "BotName", "State", "DueAt", "Id" });

            migrationBuilder.CreateIndex(
                name: "IX_telegram_publications_ended",
                table: "telegram_publications",
                columns: new[] { "BotName", "EndedAt" });

            migrationBuilder.CreateIndex(
                name: "IX_telegram_publications_key",
                table: "telegram_publications",
                columns: new[] { "BotName", "ChatKey", "IdempotencyKey" },
                unique: true);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "telegram_chats");

            migrationBuilder.DropTable(
                name: "telegram_leases");

            migrationBuilder.DropTable(
                name: "telegram_media");

            migrationBuilder.DropTable(
                name: "telegram_messages");

            migrationBuilder.DropTable(
                name: "telegram_publications");
        }
    }
}
