using System;
using Microsoft.EntityFrameworkCore.Migrations;
using Npgsql.EntityFrameworkCore.PostgreSQL.Metadata;

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

            migrationBuilder.AlterColumn<string>(
                name: "Audience",
                table: "Articles",
                type: "text",
                nullable: false,
                oldClrType: typeof(string),
                oldType: "character varying(40)",
                oldMaxLength: 40);

            migrationBuilder.AddColumn<string>(
                name: "Aliases",
                table: "Articles",
                type: "text",
                nullable: false,
                defaultValue: "");

            migrationBuilder.AddColumn<DateTime>(
                name: "ChangedAt",
                table: "Articles",
                type: "timestamp with time zone",
                nullable: false,
                defaultValue: new DateTime(1, 1, 1, 0, 0, 0, 0, DateTimeKind.Unspecified));

            migrationBuilder.AddColumn<string>(
                name: "Files",
                table: "Articles",
                type: "text",
                nullable: false,
                defaultValue: "");

            migrationBuilder.AddColumn<long>(
                name: "Ticket",
                table: "Articles",
                type: "bigint",
                nullable: true);

            migrationBuilder.AddColumn<int>(
                name: "Version",
                table: "Articles",
                type: "integer",
                nullable: false,
                defaultValue: 0);

            migrationBuilder.CreateTable(
                name: "ArticleEdits",
                columns: table => new
                {
                    Id = table.Column<Guid>(type: "uuid", nullable: false),
                    Person = table.Column<string>(type: "character varying(64)", maxLength: 64, nullable: false),
                    Article = table.Column<string>(type: "text", nullable: false),
                    Language = table.Column<string>(type: "text", nullable: false),
                    Base = table.Column<int>(type: "integer", nullable: false),
                    Ticket = table.Column<long>(type: "bigint", nullable: true),
                    Text = table.Column<string>(type: "text", nullable: false),
                    Files = table.Column<string>(type: "text", nullable: false),
                    ChangedAt = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                    Version = table.Column<int>(type: "integer", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_ArticleEdits", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "ArticleVersions",
                columns: table => new
                {
                    Id = table.Column<long>(type: "bigint", nullable: false)
                        .Annotation("Npgsql:ValueGenerationStrategy", NpgsqlValueGenerationStrategy.IdentityByDefaultColumn),
                    Slug = table.Column<string>(type: "text", nullable: false),
                    Language = table.Column<string>(type: "text", nullable: false),
                    Number = table.Column<int>(type: "integer", nullable: false),
                    At = table.Column<DateTime>(type: "timestamp with time zone", nullable: false),
                    By = table.Column<string>(type: "character varying(64)", maxLength: 64, nullable: true),
                    Kind = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    Title = table.Column<string>(type: "text", nullable: false),
                    Text = table.Column<string>(type: "text", nullable: false),
                    Files = table.Column<string>(type: "text", nullable: false),
                    Restored = table.Column<int>(type: "integer", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_ArticleVersions", x => x.Id);
                });

            migrationBuilder.CreateTable(
                name: "FolderArticles",
                columns: table => new
                {
                    Slug = table.Column<string>(type: "text", nullable: false),
                    Language = table.Column<string>(type: "text", nullable: false),
                    Digest = table.Column<string>(type: "text", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_FolderArticles", x => new { x.Slug, x.Language });
                });

            migrationBuilder.CreateTable(
                name: "LearnedQuestions",
                columns: table => new
                {
                    Suggestion = table.Column<Guid>(type: "uuid", nullable: false),
                    Slug = table.Column<string>(type: "text", nullable: false),
                    Person = table.Column<string>(type: "character varying(64)", maxLength: 64, nullable: false),
                    Text = table.Column<string>(type: "text", nullable: false),
                    Language = table.Column<string>(type: "text", nullable: false),
                    At = table.Column<DateTime>(type: "timestamp with time zone", nullable: false)
                },
                constraints: table =>
                {
                    table.PrimaryKey("PK_LearnedQuestions", x => x.Suggestion);
                });

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
                name: "IX_ArticleEdits_Person",
                table: "ArticleEdits",
                column: "Person");

            migrationBuilder.CreateIndex(
                name: "IX_ArticleVersions_Slug_Language_Number",
                table: "ArticleVersions",
                columns: new[] { "Slug", "Language", "Number" },
                unique: true);

            migrationBuilder.CreateIndex(
                name: "IX_LearnedQuestions_Slug_Person",
                table: "LearnedQuestions",
                columns: new[] { "Slug", "Person" });

            migrationBuilder.CreateIndex(
                name: "IX_SuggestedArticles_Slug",
                table: "SuggestedArticles",
                column: "Slug");
        }

        /// <inheritdoc />
        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "ArticleEdits");

            migrationBuilder.DropTable(
                name: "ArticleVersions");

            migrationBuilder.DropTable(
                name: "FolderArticles");

            migrationBuilder.DropTable(
                name: "LearnedQuestions");

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

            migrationBuilder.DropColumn(
                name: "ChangedAt",
                table: "Articles");

            migrationBuilder.DropColumn(
                name: "Files",
                table: "Articles");

            migrationBuilder.DropColumn(
                name: "Ticket",
                table: "Articles");

            migrationBuilder.DropColumn(
                name: "Version",
                table: "Articles");

            migrationBuilder.RenameColumn(
                name: "Language",
                table: "Suggestions",
                newName: "Shown");

            migrationBuilder.AlterColumn<string>(
                name: "Audience",
                table: "Articles",
                type: "character varying(40)",
                maxLength: 40,
                nullable: false,
                oldClrType: typeof(string),
                oldType: "text");
        }
    }
}
