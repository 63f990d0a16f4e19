using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Portal.Server.Migrations.SqlServer
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
                type: "nvarchar(max)",
                nullable: false,
                defaultValue: "{}");

            migrationBuilder.AddColumn<bool>(
                name: "ChoosesAccessLog",
                table: "Stages",
                type: "bit",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "Settings",
                table: "Stages",
                type: "nvarchar(max)",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "Tags",
                table: "Stages",
                type: "nvarchar(max)",
                nullable: false,
                defaultValue: "{}");

            migrationBuilder.AddColumn<string>(
                name: "Settings",
                table: "Releases",
                type: "nvarchar(max)",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "AwsTags",
                table: "Apis",
                type: "nvarchar(max)",
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
