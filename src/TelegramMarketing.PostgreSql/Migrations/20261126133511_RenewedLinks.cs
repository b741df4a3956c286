using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace TelegramMarketing.PostgreSql.Migrations
{
    /// <inheritdoc />
    internal sealed partial class RenewedLinks : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<bool>(
                name: "IsLinkRenewed",
                table: "telegram_invitations",
                type: "boolean",
                nullable: false,
                defaultValue: false);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropColumn(
                name: "IsLinkRenewed",
                table: "telegram_invitations");
        }
    }
}
