"""The library of pictures in a browser: several files dropped at once, and the focal point by keys and mouse."""

import base64
import io

import pytest
from PIL import Image as Picture
from playwright.sync_api import expect

from news.models import Image
from tests import factories as make
from tests.worker import work

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]

DROP = """([selector, files]) => {
  const data = new DataTransfer();
  for (const [name, content] of files) {
    const bytes = Uint8Array.from(atob(content), (letter) => letter.charCodeAt(0));
    data.items.add(new File([bytes], name));
  }
  const zone = document.querySelector(selector);
  for (const type of ["dragover", "drop"]) {
    zone.dispatchEvent(new DragEvent(type, { dataTransfer: data, bubbles: true, cancelable: true }));
  }
}"""


def drop(page, *files):
    """Drop files on the page, as somebody would from a window of files."""
    page.evaluate(DROP, [".drop-zone", [[name, base64.b64encode(data).decode()] for name, data in files]])


def halves(size=(600, 200)):
    """A wide picture, red on the left and blue on the right."""
    picture = Picture.new("RGB", size, "red")
    picture.paste("blue", (size[0] // 2, 0, *size))
    buffer = io.BytesIO()
    picture.save(buffer, "PNG")
    return buffer.getvalue()


@pytest.fixture
def upload(desk, live_server):
    """The page for several files."""
    desk.goto(f"{live_server.url}/admin/news/image/")
    desk.get_by_role("link", name="Upload several").click()
    expect(desk.locator(".drop-hint")).to_be_visible()  # the script is there
    return desk


def test_two_dropped_files_are_stored_and_a_bad_one_says_why(upload):
    upload.get_by_label("Credit").fill("Press service")
    drop(
        upload, ("one.png", make.picture_bytes(colour="navy")), ("page.jpg", b"<html>"), ("two.png", halves())
    )
    rows = upload.locator(".uploaded li")
    expect(rows.locator(".outcome")).to_have_text(["Waiting to be sent."] * 3)
    upload.get_by_role("button", name="Upload", exact=True).click()
    expect(upload.get_by_role("status")).to_have_text("Stored: 2. In the library already: 0. Not stored: 1.")
    expect(rows.nth(0)).to_contain_text("one.png Stored.")
    expect(rows.nth(1)).to_contain_text("page.jpg Not stored. This is not a picture that can be read.")
    expect(rows.nth(2).locator(".lacking")).to_have_count(2)
    assert list(Image.objects.values_list("credit", flat=True)) == ["Press service"] * 2
    rows.nth(2).get_by_role("link").click()
    expect(upload.locator(".focal-marker")).to_be_visible()


def test_the_same_file_is_noticed_and_leads_to_the_picture(upload):
    image = make.make_image(halves())
    drop(upload, ("again.png", halves()))
    upload.get_by_role("button", name="Upload", exact=True).click()
    row = upload.locator(".uploaded li")
    expect(row).to_contain_text("The library has this picture already; nothing was stored.")
    assert row.get_by_role("link").get_attribute("href") == f"/admin/news/image/{image.pk}/change/"


def test_a_file_that_did_not_arrive_is_sent_again_without_being_chosen_again(upload):
    upload.route("**/upload/", lambda route: route.abort())
    upload.get_by_label("Files", exact=True).set_input_files(
        [{"name": "one.png", "mimeType": "image/png", "buffer": halves()}]
    )
    send = upload.get_by_role("button", name="Upload", exact=True)
    send.click()
    expect(upload.locator(".refused .outcome")).to_contain_text("The file did not arrive.")
    upload.unroute("**/upload/")
    upload.context.clear_cookies()
    send.click()
    expect(upload.locator(".refused .outcome")).to_contain_text("The server did not take the file.")
    assert not Image.objects.exists()
    upload.on("dialog", lambda dialog: dialog.accept())


def test_a_file_that_is_too_large_is_not_sent_and_one_can_be_taken_out(upload):
    upload.evaluate("document.getElementById('upload-form').dataset.limit = 1000")
    drop(upload, ("large.png", b"x" * 1001), ("small.png", b"x"))
    expect(upload.locator(".refused .outcome")).to_have_text(
        "Not sent: the file is too large; the limit is 20 MB."
    )
    upload.get_by_role("button", name="Take out: small.png").click()
    upload.get_by_role("button", name="Upload", exact=True).click()
    expect(upload.get_by_role("status")).to_have_text("Choose at least one file.")


def position(page, crop):
    """Which part a preview shows, from 0 at the left to 100 at the right."""
    return page.locator(f".of-{crop} img").evaluate("image => parseFloat(image.style.objectPosition)")


def test_keys_move_the_focal_point_and_the_crops_follow(desk, live_server):
    image = make.make_image(halves())
    work()
    desk.goto(f"{live_server.url}/admin/news/image/{image.pk}/change/")
    marker = desk.get_by_role("slider", name="Focal point")
    marker.focus()
    expect(marker).to_have_attribute("aria-valuetext", "50 per cent from the left, 50 per cent from the top")
    assert (position(desk, "card"), position(desk, "social")) == (50, 50)
    for key in ("ArrowLeft", "ArrowUp", "Shift+ArrowLeft", "Shift+ArrowLeft"):
        desk.keyboard.press(key)
    expect(marker).to_have_attribute("aria-valuetext", "29 per cent from the left, 49 per cent from the top")
    assert (desk.input_value("#id_focus_x"), desk.input_value("#id_focus_y")) == ("0.29", "0.49")
    # 600 × 0.29 stands 174 from the left: half of a card (300) before it, 24 of the 300 that are cut off.
    assert position(desk, "card") == pytest.approx(8)
    for _n in range(4):
        desk.keyboard.press("Shift+ArrowLeft")
    assert (desk.input_value("#id_focus_x"), position(desk, "card")) == ("0.00", 0)
    desk.locator("input[name=_continue]").first.click()
    expect(desk.locator(".messagelist .success")).to_be_visible()
    work()
    stored = Image.objects.get()
    assert (stored.focus_x, stored.focus_y, stored.crops["version"]) == (0, 0.49, 2)
    card = desk.request.get(f"{live_server.url}/media/images/{image.token}-card2-300.jpg")
    red, _green, blue = Picture.open(io.BytesIO(card.body())).getpixel((290, 100))
    assert red > 200 > 60 > blue


def test_a_click_moves_it_and_so_do_the_numbers(desk, live_server):
    image = make.make_image(halves())
    desk.goto(f"{live_server.url}/admin/news/image/{image.pk}/change/")
    marker = desk.locator(".focal-marker")
    expect(marker).to_be_visible()
    box = desk.locator(".focal-picture img").bounding_box()
    desk.mouse.click(box["x"] + box["width"] * 0.8, box["y"] + box["height"] * 0.25)
    assert float(desk.input_value("#id_focus_x")) == pytest.approx(0.8, abs=0.01)
    assert float(desk.input_value("#id_focus_y")) == pytest.approx(0.25, abs=0.01)
    expect(marker).to_be_focused()
    assert position(desk, "card") == 100
    desk.fill("#id_focus_x", "0.5")
    assert position(desk, "card") == 50
    desk.on("dialog", lambda dialog: dialog.accept())


def test_a_picture_is_shown_before_it_is_sent(desk, live_server):
    desk.goto(f"{live_server.url}/admin/news/image/add/")
    expect(desk.locator(".focal-shown")).to_be_hidden()
    desk.set_input_files("#id_original", [{"name": "a.png", "mimeType": "image/png", "buffer": halves()}])
    desk.get_by_role("slider", name="Focal point").press("ArrowRight")
    assert desk.input_value("#id_focus_x") == "0.51"
    desk.set_input_files("#id_original", [{"name": "a.png", "mimeType": "image/png", "buffer": b"none"}])
    expect(desk.locator(".focal-shown")).to_be_hidden()
    desk.on("dialog", lambda dialog: dialog.accept())


def test_several_files_go_without_a_script_too(live_server, without_script):
    make.make_editor()
    page = without_script
    page.goto(f"{live_server.url}/admin/login/?next=/admin/news/image/upload/")
    page.fill("#id_username", "editor")
    page.fill("#id_password", "a password")
    page.click("input[type=submit]")
    expect(page.locator(".drop-hint")).to_be_hidden()
    chosen = [("one.png", halves()), ("two.png", make.picture_bytes()), ("page.jpg", b"<html>")]
    page.set_input_files(
        "#files", [{"name": name, "mimeType": "image/png", "buffer": data} for name, data in chosen]
    )
    page.click(".submit-row button")
    expect(page.locator(".uploaded .outcome")).to_have_count(3)
    assert Image.objects.count() == 2
