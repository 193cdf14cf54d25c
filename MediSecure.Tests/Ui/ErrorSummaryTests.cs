using System.ComponentModel.DataAnnotations;
using Bunit;
using MediSecure.Data.Common;
using MediSecure.Web.Ui;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Forms;

namespace MediSecure.Tests.Ui;

public sealed class ErrorSummaryTests : KitTest
{
    private readonly RoomForm _form = new();

    private IRenderedComponent<EditForm> Form(Error? problem = null) => Show<EditForm>(p => p.Add(f => f.Model, _form).Add<RenderFragment<EditContext>>(f => f.ChildContent!, _ => builder =>
    {
        builder.OpenComponent<DataAnnotationsValidator>(0);
        builder.CloseComponent();
        builder.OpenComponent<ErrorSummary>(1);
        builder.AddComponentParameter(2, "Problem", problem);
        builder.CloseComponent();
        builder.OpenComponent<TextField>(3);
        builder.AddComponentParameter(4, "Label", "Name");
        builder.AddComponentParameter(5, "Help", "As on the door.");
        builder.AddComponentParameter(6, "Value", _form.Name);
        builder.AddComponentParameter(7, "ValueChanged", EventCallback.Factory.Create<string?>(this, value => _form.Name = value));
        builder.AddComponentParameter(8, "ValueExpression", (System.Linq.Expressions.Expression<Func<string?>>)(() => _form.Name));
        builder.CloseComponent();
    }));

    [Fact]
    public void It_is_silent_while_all_is_well() => Assert.Empty(Form().FindAll(".error-summary"));

    [Fact]
    public void A_missing_field_is_named_on_top_and_under_the_field()
    {
        var form = Form();
        form.Find("form").Submit();
        var link = form.Find(".error-summary a");
        Assert.Equal("Give the room a name.", link.TextContent);
        Assert.EndsWith("#field-name", link.GetAttribute("href"), StringComparison.Ordinal);
        var input = form.Find("#field-name");
        Assert.Equal("true", input.GetAttribute("aria-invalid"));
        Assert.Equal("field-name-help field-name-error", input.GetAttribute("aria-describedby"));
        Assert.Equal("Give the room a name.", form.Find("#field-name-error").TextContent.Trim());
    }

    [Fact]
    public void A_refusal_of_the_service_stands_at_its_field()
    {
        var form = Form(Error.Conflict("room.exists", "There is a room 301 already.", "Name"));
        Assert.Equal("There is a room 301 already.", form.Find(".error-summary a").TextContent);
        Assert.Contains("There is a room 301 already.", form.Find("#field-name-error").TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public void A_refusal_without_a_field_is_a_sentence()
    {
        var form = Form(Error.Busy);
        Assert.Equal(Error.Busy.Message, form.Find(".error-summary p").TextContent);
        Assert.Empty(form.FindAll(".error-summary a"));
    }

    [Fact]
    public void A_label_belongs_to_its_field() => Assert.Equal(Form().Find("label").GetAttribute("for"), Form().Find("input").Id);

    private sealed class RoomForm
    {
        [Required(ErrorMessage = "Give the room a name.")]
        public string? Name { get; set; }
    }
}
