using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace TelegramMarketing.Sqlite.Migrations
{
    /// <inheritdoc />
    internal sealed partial class Endings : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<int>(
                name: "Action",
                table: "telegram_publications",
                type: "INTEGER",
                nullable: false,
                defaultValue: 0);

            migrationBuilder.AddColumn<long>(
                name: "EndsAfter",
                table: "telegram_publications",
                type: "INTEGER",
                nullable: true);

            migrationBuilder.AddColumn<Guid>(
                name: "Target",
                table: "telegram_publications",
                type: "TEXT",
                nullable: true);
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropColumn(
                name: "Action",
                table: "telegram_publications");

            migrationBuilder.DropColumn(
                name: "EndsAfter",
                table: "telegram_publications");

            migrationBuilder.DropColumn(
                name: "Target",
                table: "telegram_publications");
        }
    }
}
