using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace TelegramMarketing.Sqlite.Migrations
{
    /// <inheritdoc />
    internal sealed partial class Links : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<bool>(
                name: "IsLinkEnded",
                table: "telegram_invitations",
                type: "INTEGER",
                nullable: false,
                defaultValue: false);

            migrationBuilder.AddColumn<int>(
                name: "JoinsSeen",
                table: "telegram_invitation_channels",
                type: "INTEGER",
                nullable: false,
                defaultValue: 0);

            migrationBuilder.AddColumn<int>(
                name: "LastMemberUpdateId",
                table: "telegram_invitation_channels",
                type: "INTEGER",
                nullable: false,
                defaultValue: 0);

            migrationBuilder.AddColumn<int>(
                name: "LeavesSeen",
                table: "telegram_invitation_channels",
                type: "INTEGER",
                nullable: false,
                defaultValue: 0);

            migrationBuilder.AddColumn<int>(
                name: "Members",
                table: "telegram_invitation_channels",
                type: "INTEGER",
                nullable: false,
                defaultValue: 0);

            migrationBuilder.AddColumn<long>(
                name: "MembersAt",
                table: "telegram_invitation_channels",
                type: "INTEGER",
                nullable: true);

            migrationBuilder.CreateTable(
                name: "telegram_campaign_links",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "TEXT", nullable: false),
                    BotName = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    ChannelId = table.Column<long>(type: "INTEGER", nullable: false),
                    Campaign = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    Address = table.Column<string>(type: "TEXT", maxLength: 200, nullable: true),
                    ExpiresAt = table.Column<long>(type: "INTEGER", nullable: true),
                    IsEnded = table.Column<bool>(type: "INTEGER", nullable: false),
                    Joins = table.Column<int>(type: "INTEGER", nullable: false),
                    LastUpdateId = table.Column<int>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_telegram_campaign_links", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "telegram_invitation_links_to_revoke",
                columns: table => new
                {
                    BotName = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    Link = table.Column<string>(type: "TEXT", maxLength: 200, nullable: false),
                    ChannelId = table.Column<long>(type: "INTEGER", nullable: false),
                    DueAt = table.Column<long>(type: "INTEGER", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_telegram_invitation_links_to_revoke", x => new { x.BotName, x.Link });
                });

            migrationBuilder.CreateIndex(
                name: "IX_telegram_campaign_links_campaign",
                table: "telegram_campaign_links",
                columns: new[] { "BotName", "ChannelId", "Campaign" });

            migrationBuilder.CreateIndex(
                name: "IX_telegram_invitation_links_to_revoke_due",
                table: "telegram_invitation_links_to_revoke",
                columns: new[] { "BotName", "DueAt" });
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "telegram_campaign_links");

            migrationBuilder.DropTable(
                name: "telegram_invitation_links_to_revoke");

            migrationBuilder.DropColumn(
                name: "IsLinkEnded",
                table: "telegram_invitations");

            migrationBuilder.DropColumn(
                name: "JoinsSeen",
                table: "telegram_invitation_channels");

            migrationBuilder.DropColumn(
                name: "LastMemberUpdateId",
                table: "telegram_invitation_channels");

            migrationBuilder.DropColumn(
                name: "LeavesSeen",
                table: "telegram_invitation_channels");

            migrationBuilder.DropColumn(
                name: "Members",
                table: "telegram_invitation_channels");

            migrationBuilder.DropColumn(
                name: "MembersAt",
                table: "telegram_invitation_channels");
        }
    }
}
