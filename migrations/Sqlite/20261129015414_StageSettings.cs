using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Portal.Server.Migrations.Sqlite
{
    /// <inheritdoc />
    public partial class StageSettings : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<string>(
                name: "Tags",
                table: "UsagePlans",
                type: "TEXT",
                nullable: false,
                defaultValue: "{}");

            migrationBuilder.AddColumn<bool>(
                name: "ChoosesAccessLog",
                table: "Stages",
                type: "INTEGER",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "Settings",
                table: "Stages",
                type: "TEXT",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "Tags",
                table: "Stages",
                type: "TEXT",
                nullable: false,
                defaultValue: "{}");

            migrationBuilder.AddColumn<string>(
                name: "Settings",
                table: "Releases",
                type: "TEXT",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "AwsTags",
                table: "Apis",
                type: "TEXT",
                nullable: false,
                defaultValue: "{}");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropColumn(
                name: "Tags",
                table: "UsagePlans");

            migrationBuilder.DropColumn(
                name: "ChoosesAccessLog",
                table: "Stages");

            migrationBuilder.DropColumn(
                name: "Settings",
                table: "Stages");

            migrationBuilder.DropColumn(
                name: "Tags",
                table: "Stages");

            migrationBuilder.DropColumn(
                name: "Settings",
                table: "Releases");

            migrationBuilder.DropColumn(
                name: "AwsTags",
                table: "Apis");
        }
    }
}
