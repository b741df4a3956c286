using System;
using Microsoft.EntityFrameworkCore.Migrations;
using Npgsql.EntityFrameworkCore.PostgreSQL.Metadata;

#nullable disable

namespace TelegramMarketing.PostgreSql.Migrations
{
    /// <inheritdoc />
    internal sealed partial class Invitations : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.CreateTable(
                name: "telegram_campaign_links",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    BotName = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                    ChannelId = table.Column<long>(type: "bigint", nullable: false),
                    Campaign = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                    Address = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: true),
                    ExpiresAt = table.Column<long>(type: "bigint", nullable: true),
                    IsEnded = table.Column<bool>(type: "boolean", nullable: false),
                    Joins = table.Column<int>(type: "integer", nullable: false),
                    LastUpdateId = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_telegram_campaign_links", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "telegram_consent_events",
                columns: table => new
                {
                    Number = table.Column<long>(type: "bigint", nullable: false)
                        .Annotation("Npgsql:ValueGenerationStrategy", NpgsqlValueGenerationStrategy.IdentityByDefaultColumn),
                    BotName = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                    Kind = table.Column<int>(type: "integer", nullable: false),
                    At = table.Column<long>(type: "bigint", nullable: false),
                    Subject = table.Column<Guid>(type: "uuid", nullable: false),
                    Invitation = table.Column<Guid>(type: "uuid", nullable: true),
                    ChannelId = table.Column<long>(type: "bigint", nullable: true),
                    Channel = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: true),
                    Campaign = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: true),
                    Transport = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: true),
                    UpdateId = table.Column<int>(type: "integer", nullable: true),
                    MessageId = table.Column<int>(type: "integer", nullable: true),
                    LegalBasis = table.Column<int>(type: "integer", nullable: true),
                    LegalBasisExplanation = table.Column<string>(type: "text", nullable: true),
                    AddressSource = table.Column<string>(type: "text", nullable: true),
                    WordingHash = table.Column<string>(type: "character varying(64)", maxLength: 64, nullable: true),
                    Reason = table.Column<string>(type: "text", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_telegram_consent_events", x => x.Number);
                });

            migrationBuilder.CreateTable(
                name: "telegram_consent_identities",
                columns: table => new
                {
                    BotName = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                    Kind = table.Column<int>(type: "integer", nullable: false),
                    Value = table.Column<string>(type: "character varying(254)", maxLength: 254, nullable: false),
                    Slot = table.Column<string>(type: "character varying(32)", maxLength: 32, nullable: false),
                    Subject = table.Column<Guid>(type: "uuid", nullable: false),
                    Text = table.Column<string>(type: "character varying(254)", maxLength: 254, nullable: false),
                    IsOwn = table.Column<bool>(type: "boolean", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_telegram_consent_identities", x => new { x.BotName, x.Kind, x.Value, x.Slot });
                });

            migrationBuilder.CreateTable(
                name: "telegram_consent_suppressions",
                columns: table => new
                {
                    BotName = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                    Hash = table.Column<string>(type: "character varying(64)", maxLength: 64, nullable: false),
                    Transport = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                    Reason = table.Column<int>(type: "integer", nullable: false),
                    At = table.Column<long>(type: "bigint", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_telegram_consent_suppressions", x => new { x.BotName, x.Hash, x.Transport });
                });

            migrationBuilder.CreateTable(
                name: "telegram_consent_wordings",
                columns: table => new
                {
                    BotName = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                    Hash = table.Column<string>(type: "character varying(64)", maxLength: 64, nullable: false),
                    Text = table.Column<string>(type: "text", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_telegram_consent_wordings", x => new { x.BotName, x.Hash });
                });

            migrationBuilder.CreateTable(
                name: "telegram_invitation_channels",
                columns: table => new
                {
                    BotName = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                    ChannelId = table.Column<long>(type: "bigint", nullable: false),
                    UnattributedJoins = table.Column<int>(type: "integer", nullable: false),
                    Members = table.Column<int>(type: "integer", nullable: false),
                    MembersAt = table.Column<long>(type: "bigint", nullable: true),
                    JoinsSeen = table.Column<int>(type: "integer", nullable: false),
                    LeavesSeen = table.Column<int>(type: "integer", nullable: false),
                    LastMemberUpdateId = table.Column<int>(type: "integer", nullable: false),
                    LastUpdateId = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_telegram_invitation_channels", x => new { x.BotName, x.ChannelId });
                });

            migrationBuilder.CreateTable(
                name: "telegram_invitation_links_to_revoke",
                columns: table => new
                {
                    BotName = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                    Link = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                    ChannelId = table.Column<long>(type: "bigint", nullable: false),
                    DueAt = table.Column<long>(type: "bigint", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_telegram_invitation_links_to_revoke", x => new { x.BotName, x.Link });
                });

            migrationBuilder.CreateTable(
                name: "telegram_invitations",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    BotName = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                    Subject = table.Column<Guid>(type: "uuid", nullable: false),
                    ChannelId = table.Column<long>(type: "bigint", nullable: false),
                    Channel = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                    ChannelTitle = table.Column<string>(type: "text", nullable: false),
                    ChannelUsername = table.Column<string>(type: "text", nullable: true),
                    Token = table.Column<string>(type: "character varying(64)", maxLength: 64, nullable: true),
                    Link = table.Column<int>(type: "integer", nullable: false),
                    Campaign = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: true),
                    Language = table.Column<string>(type: "text", nullable: false),
                    About = table.Column<string>(type: "text", nullable: true),
                    TimeZone = table.Column<string>(type: "text", nullable: true),
                    CreatedAt = table.Column<long>(type: "bigint", nullable: false),
                    ExpiresAt = table.Column<long>(type: "bigint", nullable: true),
                    PersonalLink = table.Column<string>(type: "text", nullable: true),
                    IsLinkEnded = table.Column<bool>(type: "boolean", nullable: false),
                    Person = table.Column<long>(type: "bigint", nullable: true),
                    BoundAt = table.Column<long>(type: "bigint", nullable: true),
                    Delivery = table.Column<int>(type: "integer", nullable: false),
                    Transport = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: true),
                    BouncedBy = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                    DeliveryAt = table.Column<long>(type: "bigint", nullable: true),
                    NotBefore = table.Column<long>(type: "bigint", nullable: false),
                    State = table.Column<int>(type: "integer", nullable: false),
                    Reached = table.Column<int>(type: "integer", nullable: false),
                    IsGone = table.Column<bool>(type: "boolean", nullable: false),
                    IsComplete = table.Column<bool>(type: "boolean", nullable: false),
                    ClaimKey = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_telegram_invitations", x => x.Id);
                });

            migrationBuilder.CreateIndex(
                name: "IX_telegram_campaign_links_campaign",
                table: "telegram_campaign_links",
                columns: new[] { "BotName", "ChannelId", "Campaign" });

            migrationBuilder.CreateIndex(
                name: "IX_telegram_consent_events_channel",
                table: "telegram_consent_events",
                columns: new[] { "BotName", "ChannelId", "Kind" });

            migrationBuilder.CreateIndex(
                name: "IX_telegram_consent_events_invitation",
                table: "telegram_consent_events",
                columns: new[] { "Invitation", "Kind" });

            migrationBuilder.CreateIndex(
                name: "IX_telegram_consent_events_subject",
                table: "telegram_consent_events",
                columns: new[] { "BotName", "Subject" });

            migrationBuilder.CreateIndex(
                name: "IX_telegram_consent_identities_subject",
                table: "telegram_consent_identities",
                columns: new[] { "BotName", "Subject" });

            migrationBuilder.CreateIndex(
                name: "IX_telegram_invitation_links_to_revoke_due",
                table: "telegram_invitation_links_to_revoke",
                columns: new[] { "BotName", "DueAt" });

            migrationBuilder.CreateIndex(
                name: "IX_telegram_invitations_claim",
                table: "telegram_invitations",
                columns: new[] { "BotName", "ClaimKey" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_telegram_invitations_delivery",
                table: "telegram_invitations",
                columns: new[] { "BotName", "DeliveryAt" });

            migrationBuilder.CreateIndex(
                name: "IX_telegram_invitations_open",
                table: "telegram_invitations",
                columns: new[] { "BotName", "ChannelId", "Campaign", "Delivery", "CreatedAt", "Id" });

            migrationBuilder.CreateIndex(
                name: "IX_telegram_invitations_person",
                table: "telegram_invitations",
                columns: new[] { "BotName", "ChannelId", "Person" });

            migrationBuilder.CreateIndex(
                name: "IX_telegram_invitations_subject",
                table: "telegram_invitations",
                columns: new[] { "BotName", "Subject" });

            migrationBuilder.CreateIndex(
                name: "IX_telegram_invitations_token",
                table: "telegram_invitations",
                columns: new[] { "BotName", "Token" },
                unique: true);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "telegram_campaign_links");

            migrationBuilder.DropTable(
                name: "telegram_consent_events");

            migrationBuilder.DropTable(
                name: "telegram_consent_identities");

            migrationBuilder.DropTable(
                name: "telegram_consent_suppressions");

            migrationBuilder.DropTable(
                name: "telegram_consent_wordings");

            migrationBuilder.DropTable(
                name: "telegram_invitation_channels");

            migrationBuilder.DropTable(
                name: "telegram_invitation_links_to_revoke");

            migrationBuilder.DropTable(
                name: "telegram_invitations");
        }
    }
}
