using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace Portal.Server.Migrations.SqlServer
{
    /// <inheritdoc />
    public partial class TerraformStates : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<DateTimeOffset>(
                name: "TerraformNamedAt",
                table: "Connections",
                type: "datetimeoffset",
                nullable: true);

            migrationBuilder.CreateTable(
                name: "TerraformStates",
                columns: table => new
                {
                    ConnectionId = table.Column<Guid>(type: "uniqueidentifier", nullable: false),
                    Name = table.Column<string>(type: "nvarchar(100)", maxLength: 100, nullable: false),
                    Things = table.Column<string>(type: "nvarchar(max)", nullable: false),
                    GivenAt = table.Column<DateTimeOffset>(type: "datetimeoffset", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_TerraformStates", x => new { x.ConnectionId, x.Name });
                    table.ForeignKey(
                        name: "FK_TerraformStates_Connections_ConnectionId",
                        column: x => x.ConnectionId,
                        principalTable: "Connections",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "TerraformStates");

            migrationBuilder.DropColumn(
                name: "TerraformNamedAt",
                table: "Connections");
        }
    }
}
