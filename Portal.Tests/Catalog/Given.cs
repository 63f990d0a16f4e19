using Portal.Shared.Catalog;

namespace Portal.Tests.Catalog;

/// <summary>Documents, and APIs made of them.</summary>
internal static class Given
{
    /// <summary>Three operations, answered by a mock.</summary>
    public const string Pets = """
        openapi: 3.0.1
        info:
          title: Pets
          version: 1.0.0
        x-portal-default-integration:
          type: mock
          status: 200
          contentType: application/json
          body: '{"ok":true}'
        paths:
          /pets:
            get:
              operationId: listPets
              responses:
                '200':
                  description: All pets
            post:
              operationId: addPet
              responses:
                '200':
                  description: The pet
          /pets/{petId}:
            get:
              operationId: getPet
              parameters:
                - name: petId
                  in: path
                  required: true
                  schema:
                    type: string
              responses:
                '200':
                  description: A pet

        """;

    /// <summary>The same with another title; names are unique in a team.</summary>
    public static string Titled(string title) => Pets.Replace("title: Pets", $"title: {title}", StringComparison.Ordinal);

    public static async Task<ApiView> ApiAsync(Person person, string? name = null, string text = Pets) =>
        (await person.Http.PostAsync<RevisedApi>("/api/v1/apis/import", new { teamId = person.Team, name = name ?? $"Pets {Guid.NewGuid():N}", document = new { text } })).Api;
}
