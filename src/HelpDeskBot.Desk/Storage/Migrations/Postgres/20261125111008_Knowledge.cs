using System;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace HelpDeskBot.Desk.Storage.Migrations.Postgres
{
    /// <inheritdoc />
    public partial class Knowledge : Migration
    {
        /// <inheritdoc />
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.RenameColumn(
                name: "Shown",
                table: "Suggestions",
                newName: "Language");

            migrationBuilder.AddColumn<string>(
                name: "Identity",
                table: "WebAccess",
                type: "text",
                nullable: false,
                defaultValue: "");

            migrationBuilder.AddColumn<string>(
                name: "ArticlesOpened",
                table: "Tickets",
                type: "text",
                nullable: false,
                defaultValue: "");

            migrationBuilder.AddColumn<long>(
                name: "FalseTicket",
                table: "Suggestions",
                type: "bigint",
                nullable: true);

            migrationBuilder.AddColumn<bool>(
                name: "IsNoGap",
                table: "Suggestions",
                type: "boolean",
                nullable: false,
                defaultValue: false);

            migrationBuilder.AddColumn<bool>(
                name: "IsUnknown",
                table: "Outbox",
                type: "boolean",
                nullable: false,
                defaultValue: false);

            migrationBuilder.AddColumn<bool>(
                name: "WasRepeated",
                table: "Outbox",
                type: "boolean",
                nullable: false,
                defaultValue: false);

            migrationBuilder.AddColumn<string>(
                name: "Email",
                table: "Identities",
                type: "text",
                nullable: true);

            migrationBuilder.AddColumn<DateTime>(
                name: "BoundAt",
                table: "Conversations",
                type: "timestamp with time zone",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "Reference",
                table: "Conversations",
                type: "text",
                nullable: true);

            migrationBuilder.AddColumn<string>(
                name: "Aliases",
                table: "Articles",
                type: "text",
                nullable: false,
                defaultValue: "");

            migrationBuilder.CreateTable(
                name: "Models",
                columns: table => new
                {
                    Label = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    Version = table.Column<int>(type: "integer", nullable: false),
                    TrainedAt = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                    Tickets = table.Column<int>(type: "integer", nullable: false),
                    Content = table.Column<byte[]>(type: "bytea", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_Models", x => new { x.Label, x.Version });
                });

            migrationBuilder.CreateTable(
                name: "SuggestedArticles",
                columns: table => new
                {
                    Suggestion = table.Column<Guid>(type: "uuid", nullable: false),
                    Position = table.Column<int>(type: "integer", nullable: false),
                    Slug = table.Column<string>(type: "text", nullable: false),
                    Confidence = table.Column<double>(type: "double precision", nullable: false),
                    OpenedAt = table.Column<DateTime>(type: "timestamp with time zone", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_SuggestedArticles", x => new { x.Suggestion, x.Position });
                    table.ForeignKey(
                        name: "FK_SuggestedArticles_Suggestions_Suggestion",
                        column: x => x.Suggestion,
                        principalTable: "Suggestions",
                        principalColumn: "Id",
                        onDelete: ReferentialAction.Cascade);
                });

            migrationBuilder.CreateIndex(
                name: "IX_Suggestions_At",
                table: "Suggestions",
                column: "At");

            migrationBuilder.CreateIndex(
                name: "IX_Identities_Email",
                table: "Identities",
                column: "Email");

            migrationBuilder.CreateIndex(
                name: "IX_SuggestedArticles_Slug",
                table: "SuggestedArticles",
                column: "Slug");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "Models");

            migrationBuilder.DropTable(
                name: "SuggestedArticles");

            migrationBuilder.DropIndex(
                name: "IX_Suggestions_At",
                table: "Suggestions");

            migrationBuilder.DropIndex(
                name: "IX_Identities_Email",
                table: "Identities");

            migrationBuilder.DropColumn(
                name: "Identity",
                table: "WebAccess");

            migrationBuilder.DropColumn(
                name: "ArticlesOpened",
                table: "Tickets");

            migrationBuilder.DropColumn(
                name: "FalseTicket",
                table: "Suggestions");

            migrationBuilder.DropColumn(
                name: "IsNoGap",
                table: "Suggestions");

            migrationBuilder.DropColumn(
                name: "IsUnknown",
                table: "Outbox");

            migrationBuilder.DropColumn(
                name: "WasRepeated",
                table: "Outbox");

            migrationBuilder.DropColumn(
                name: "Email",
                table: "Identities");

            migrationBuilder.DropColumn(
                name: "BoundAt",
                table: "Conversations");

            migrationBuilder.DropColumn(
                name: "Reference",
                table: "Conversations");

            migrationBuilder.DropColumn(
                name: "Aliases",
                table: "Articles");

            migrationBuilder.RenameColumn(
                name: "Language",
                table: "Suggestions",
                newName: "Shown");
        }
    }
}
