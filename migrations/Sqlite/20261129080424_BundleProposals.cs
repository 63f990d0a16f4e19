using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Portal.Server.Migrations.Sqlite
{
    /// <inheritdoc />
    public partial class BundleProposals : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            // DropColumn would build the table anew, which SQLite cannot do in the migration's transaction: a kill would leave half of it.
            migrationBuilder.Sql("ALTER TABLE RunBundles DROP COLUMN LeftOut");

            migrationBuilder.AddColumn<string>(
                name: "After",
                table: "BundleItems",
                type: "TEXT",
                nullable: false,
                defaultValue: "[]");

            migrationBuilder.AddColumn<Guid>(
                name: "ConnectionId",
                table: "BundleItems",
                type: "TEXT",
                nullable: false,
                defaultValue: new Guid("00000000-0000-0000-0000-000000000000"));

            migrationBuilder.AddColumn<string>(
                name: "State",
                table: "BundleItems",
                type: "TEXT",
                maxLength: 32,
                nullable: false,
                defaultValue: "");

            migrationBuilder.AddColumn<string>(
                name: "Subject",
                table: "BundleItems",
                type: "TEXT",
                maxLength: 200,
                nullable: false,
                defaultValue: "");

            // What was proposed before it was written down here how far each is.
            migrationBuilder.Sql("UPDATE BundleItems SET State = CASE WHEN RunId IS NULL THEN 'Refused' WHEN EXISTS (SELECT 1 FROM ChangeRuns WHERE ChangeRuns.Id = BundleItems.RunId AND ChangeRuns.State = 'Done' AND NOT EXISTS (SELECT 1 FROM ChangeSteps WHERE ChangeSteps.RunId = ChangeRuns.Id)) THEN 'InStep' ELSE 'Proposed' END");

            migrationBuilder.CreateIndex(
                name: "IX_BundleItems_State",
                table: "BundleItems",
                column: "State");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropIndex(
                name: "IX_BundleItems_State",
                table: "BundleItems");

            migrationBuilder.DropColumn(
                name: "After",
                table: "BundleItems");

            migrationBuilder.DropColumn(
                name: "ConnectionId",
                table: "BundleItems");

            migrationBuilder.DropColumn(
                name: "State",
                table: "BundleItems");

            migrationBuilder.DropColumn(
                name: "Subject",
                table: "BundleItems");

            migrationBuilder.AddColumn<int>(
                name: "LeftOut",
                table: "RunBundles",
                type: "INTEGER",
                nullable: false,
                defaultValue: 0);
        }
    }
}
