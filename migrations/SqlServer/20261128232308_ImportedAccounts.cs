using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Portal.Server.Migrations.SqlServer
{
    /// <inheritdoc />
    public partial class ImportedAccounts : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<string>(
                name: "AccessLogDestination",
                table: "Stages",
                type: "nvarchar(600)",
                maxLength: 600,
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "AccessLogFormat",
                table: "Stages",
                type: "nvarchar(3072)",
                maxLength: 3072,
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "Description",
                table: "Stages",
                type: "nvarchar(4000)",
                maxLength: 4000,
                nullable: true);

            migrationBuilder.AddColumn<bool>(
                name: "IsImported",
                table: "Stages",
                type: "bit",
                nullable: false,
                defaultValue: false);

            migrationBuilder.AddColumn<DateTimeOffset>(
                name: "ImportedAt",
                table: "Connections",
                type: "datetimeoffset",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "TerraformTag",
                table: "Connections",
                type: "nvarchar(400)",
                maxLength: 400,
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "NameInAws",
                table: "Apis",
                type: "nvarchar(1024)",
                maxLength: 1024,
                nullable: true);

            migrationBuilder.CreateTable(
                name: "KnownThings",
                columns: table => new
                {
                    ConnectionId = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    Path = table.Column<string>(type: "nvarchar(250)", maxLength: 250, nullable: false),
                    PortalId = table.Column<string>(type: "nvarchar(64)", maxLength: 64, nullable: false),
                    OwnedBy = table.Column<string>(type: "nvarchar(600)", maxLength: 600, nullable: true),
                    IsAdopted = table.Column<bool>(type: "bit", nullable: false),
                    Notes = table.Column<string>(type: "nvarchar(max)", nullable: false),
                    ImportedAt = table.Column<DateTimeOffset>(type: "datetimeoffset", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_KnownThings", x => new { x.ConnectionId, x.Path });
                    table.ForeignKey(
                        name: "FK_KnownThings_Connections_ConnectionId",
                        column: x => x.ConnectionId,
                        principalTable: "Connections",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateIndex(
                name: "IX_KnownThings_PortalId",
                table: "KnownThings",
                column: "PortalId");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "KnownThings");

            migrationBuilder.DropColumn(
                name: "AccessLogDestination",
                table: "Stages");

            migrationBuilder.DropColumn(
                name: "AccessLogFormat",
                table: "Stages");

            migrationBuilder.DropColumn(
                name: "Description",
                table: "Stages");

            migrationBuilder.DropColumn(
                name: "IsImported",
                table: "Stages");

            migrationBuilder.DropColumn(
                name: "ImportedAt",
                table: "Connections");

            migrationBuilder.DropColumn(
                name: "TerraformTag",
                table: "Connections");

            migrationBuilder.DropColumn(
                name: "NameInAws",
                table: "Apis");
        }
    }
}
